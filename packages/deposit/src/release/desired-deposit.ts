import type { BundleEntry } from '@nx-zenodo/bundle';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';

/** Which release is deposited. */
export interface ReleaseName {
  readonly name: string;
  readonly version: string;
}

/** What shall stand on Zenodo when the deposit is done. */
export interface DesiredDeposit {
  readonly release: ReleaseName;
  readonly metadata: DepositMetadata;
  /** In upload order. */
  readonly files: readonly BundleEntry[];
}

/** The version that the record shall show: the one in the metadata, else that of the release. */
export function desiredVersion(desired: DesiredDeposit): string {
  return desired.metadata.version ?? desired.release.version;
}
