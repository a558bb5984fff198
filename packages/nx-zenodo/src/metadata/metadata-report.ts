import type { Finding } from '@nx-zenodo/findings';
import type { ReleaseMetadata } from '@nx-zenodo/metadata';

/** What `--json` prints: the deposit metadata (null where a finding forbids it), its origins, the findings. */
export function formatMetadataReport(
  resolved: ReleaseMetadata | null,
  findings: readonly Finding[],
): string {
  const report = {
    metadata: resolved?.deposit ?? null,
    origins: resolved?.origins ?? [],
    findings,
  };
  return JSON.stringify(report, null, 2);
}
