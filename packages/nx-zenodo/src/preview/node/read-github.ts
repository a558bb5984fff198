import { detectLicense, renderMarkdown } from '@nx-zenodo/metadata';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { githubRepository } from '../github-repository.js';
import type { GithubFacts } from '../preview-facts.js';
import { readRemoteUrl } from '../../git/node/git.js';
import { readGitAuthors } from './read-git.js';
import type { PreviewMetadata } from './read-metadata.js';
import { readSmallFile, readSmallText } from './small-file.js';

/** What the GitHub integration would find, read from the project root and from git. */
export async function readGithubFacts(
  { root, releaseNotes }: ReleaseConfig,
  { merged }: Pick<PreviewMetadata, 'merged'>,
): Promise<GithubFacts> {
  const notes = releaseNotes === null ? null : await readSmallText(root, releaseNotes);
  const zenodoJson = await readSmallFile(root, '.zenodo.json');
  const citationCff = await readSmallFile(root, 'CITATION.cff');
  return {
    fullName: githubRepository(await readRemoteUrl(root), merged.deposit),
    files: { zenodoJson: zenodoJson ?? undefined, citationCff: citationCff ?? undefined },
    bodyHtml: await renderMarkdown(notes ?? ''),
    detectedLicense: await detectLicense(root),
    contributors: await readGitAuthors(root),
  };
}
