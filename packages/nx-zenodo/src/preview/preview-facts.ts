import type { SavedReceipt, Reservation } from '@nx-zenodo/deposit';
import type { Finding } from '@nx-zenodo/findings';
import type { GithubContributor, GithubMetadataFiles } from '@nx-zenodo/metadata';
import type { CitationView, FileView } from '@nx-zenodo/record-page';

/** What can be known of a GitHub release without asking GitHub. */
export interface GithubFacts {
  /** `owner/repository`; null where no repository on GitHub is named. */
  readonly fullName: string | null;
  readonly files: GithubMetadataFiles;
  /** HTML of the release notes, which stand for the text of the release; empty without any. */
  readonly bodyHtml: string;
  /** SPDX id of the licence file, null where it was not recognised. */
  readonly detectedLicense: string | null;
  /** The authors of the commits, which stand for GitHub's contributors. */
  readonly contributors: readonly GithubContributor[];
}

/** Everything that a preview is made of, read from disk. */
export interface PreviewFacts {
  readonly project: string;
  /** ISO 8601 day. */
  readonly today: string;
  readonly tag: string;
  /** The resolved deposit, as far as the files can be read. */
  readonly deposit: unknown;
  /** True where errors forbid to publish it. */
  readonly isRefused: boolean;
  readonly findings: readonly Finding[];
  readonly files: readonly FileView[];
  /** False: no bundle is made yet, and the files are those of the configuration. */
  readonly isBundled: boolean;
  readonly citations: readonly CitationView[];
  readonly reservation: Reservation | null;
  readonly github: GithubFacts;
  /** Every receipt of this release and of earlier ones. */
  readonly receipts: readonly SavedReceipt[];
}
