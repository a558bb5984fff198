import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { NOTHING, statementsOf } from '../source/statement.js';
import type { Reading } from '../source/statement.js';

const run = promisify(execFile);

/** The answer of a reading git command, or null where git, the repository or the ref is missing. */
export async function runGit(root: string, ...args: string[]): Promise<string | null> {
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

/** A tag and its day. */
export interface Tag {
  readonly name: string;
  /** ISO 8601 day of the tag (annotated) or of its commit. */
  readonly date: string;
}

/** The tag of a version, with or without a leading `v`; null where there is none. */
export async function tagOf(root: string, version: string): Promise<Tag | null> {
  for (const name of version.startsWith('v') ? [version] : [version, `v${version}`]) {
    const tag = await tagNamed(root, name);
    if (tag !== null) return tag;
  }
  return null;
}

/** A tag by its own name; null where there is none. */
export async function tagNamed(root: string, name: string): Promise<Tag | null> {
  const format = '--format=%(creatordate:short)';
  const date = await runGit(root, 'for-each-ref', format, `refs/tags/${name}`);
  return date === null || date === '' ? null : { name, date };
}

/**
 * What git says of the release's tag: its date, and the authors up to it with the mailmap applied. The tag is
 * that of the version unless one is named.
 */
export async function readGit(root: string, version: string, named?: string): Promise<Reading> {
  const tag = await (named === undefined ? tagOf(root, version) : tagNamed(root, named));
  if (tag === null) return NOTHING;
  const log = await runGit(
    root,
    'shortlog',
    '-sn',
    '--no-merges',
    `refs/tags/${tag.name}`,
    '--',
    '.',
  );
  const names = (log ?? '').split('\n').flatMap((line) => /^\s*\d+\s+(.+)$/.exec(line)?.[1] ?? []);
  const creators = names
    .filter((name) => !/\[bot\]$/.test(name))
    .map((name) => ({ name: familyFirst(name) }));
  const statements = statementsOf(`git tag ${tag.name}`, [
    ['publication_date', tag.date, {}, 'date of the tag'],
    ['creators', creators.length === 0 ? undefined : creators, {}, 'authors of the commits'],
  ]);
  return { statements, findings: [] };
}
