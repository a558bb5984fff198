import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { NOTHING, statementsOf } from '../source/statement.js';
import type { Reading } from '../source/statement.js';

const run = promisify(execFile);

async function git(root: string, ...args: string[]): Promise<string | null> {
  try {
    const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
    const { stdout } = await run('git', args, { cwd: root, env, maxBuffer: 16 << 20 });
    return stdout.trim();
  } catch {
    // No git, no repository or no such tag: git then says nothing about this release.
    return null;
  }
}

const familyFirst = (name: string): string => {
  const words = name.trim().split(/\s+/);
  if (words.length < 2 || name.includes(',')) return name.trim();
  return `${words.at(-1) ?? ''}, ${words.slice(0, -1).join(' ')}`;
};

/** What git says of the release's tag: its date, and the authors up to it with the mailmap applied. */
export async function readGit(root: string, version: string): Promise<Reading> {
  const tags = version.startsWith('v') ? [version] : [version, `v${version}`];
  for (const tag of tags) {
    const ref = `refs/tags/${tag}`;
    const date = await git(root, 'for-each-ref', '--format=%(creatordate:short)', ref);
    if (date === null || date === '') continue;
    const log = await git(root, 'shortlog', '-sn', '--no-merges', ref, '--', '.');
    const names = (log ?? '')
      .split('\n')
      .flatMap((line) => /^\s*\d+\s+(.+)$/.exec(line)?.[1] ?? []);
    const creators = names
      .filter((name) => !/\[bot\]$/.test(name))
      .map((name) => ({ name: familyFirst(name) }));
    const statements = statementsOf(`git tag ${tag}`, [
      ['publication_date', date, {}, 'date of the tag'],
      ['creators', creators.length === 0 ? undefined : creators, {}, 'authors of the commits'],
    ]);
    return { statements, findings: [] };
  }
  return NOTHING;
}
