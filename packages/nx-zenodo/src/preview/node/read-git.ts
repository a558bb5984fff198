import type { GithubContributor } from '@nx-zenodo/metadata';
import { askGit } from '../../git/node/git.js';
import { parseShortlog } from '../git-authors.js';

/** The authors of the repository by commits, most first; none where git cannot tell. */
export async function readGitAuthors(root: string): Promise<readonly GithubContributor[]> {
  return parseShortlog((await askGit(root, 'shortlog', '-sn', '--no-merges', 'HEAD')) ?? '');
}
