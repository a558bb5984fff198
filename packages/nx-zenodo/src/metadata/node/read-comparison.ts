import type { ResolvedRelease } from '@nx-zenodo/metadata';
import { readGithubFacts } from '../../preview/node/read-github.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { compareWithGithub } from '../github-comparison.js';
import type { GithubComparison } from '../github-comparison.js';

/** Compares the metadata of a release with what the GitHub integration would publish; asks nobody on the network. */
export async function readComparison(
  config: ReleaseConfig,
  merged: ResolvedRelease['merged'],
): Promise<GithubComparison> {
  return compareWithGithub({
    deposit: merged.deposit,
    github: await readGithubFacts(config, { merged }),
    tag: config.tag,
    today: new Date().toISOString().slice(0, 10),
  });
}
