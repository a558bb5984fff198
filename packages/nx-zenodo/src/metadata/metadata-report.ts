import type { Finding } from '@nx-zenodo/findings';
import type { ReleaseMetadata } from '@nx-zenodo/metadata';
import type { GithubComparison } from './github-comparison.js';

/** What is told of the metadata of a release. */
export interface MetadataReport {
  /** Null where a finding forbids to send it. */
  readonly metadata: ReleaseMetadata['deposit'] | null;
  readonly origins: ReleaseMetadata['origins'];
  readonly findings: readonly Finding[];
  readonly githubIntegration: GithubComparison;
}

/** What `--json` prints: the deposit metadata, its origins, the findings, and what the GitHub integration would do. */
export function formatMetadataReport(report: MetadataReport): string {
  return JSON.stringify(report, null, 2);
}
