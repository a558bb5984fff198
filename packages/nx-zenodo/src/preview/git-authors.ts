import type { GithubContributor } from '@nx-zenodo/metadata';

/** The lines of `git shortlog -sn` as contributors; bots are marked as GitHub marks them. */
export function parseShortlog(text: string): readonly GithubContributor[] {
  return text.split('\n').flatMap((line) => {
    const [, count, name] = /^\s*(\d+)\s+(.+?)\s*$/.exec(line) ?? [];
    if (count === undefined || name === undefined) return [];
    const type = name.endsWith('[bot]') ? 'Bot' : 'User';
    return [{ login: name, name, type, contributions: Number(count) }];
  });
}
