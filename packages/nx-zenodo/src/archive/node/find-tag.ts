import type { Finding } from '@nx-zenodo/findings';
import { askGit } from '../../git/node/git.js';
import { PluginError } from '../../plugin-error.js';
import type { ArchiveConfig } from '../archive-schema.js';
import { judgeTag } from '../release-tag.js';
import type { ReleaseTag, TagVerdict } from '../release-tag.js';

/** The tag that is to be archived, or why none is. */
export type FoundTag = Exclude<TagVerdict, { kind: 'other' }>;

/**
 * The tag that is named, or the one at HEAD that has the form of the configuration.
 * @throws PluginError NZ9040 without such a tag, NZ9041 with several, NZ9042 when the named one has another form.
 */
export async function findTag(
  archive: ArchiveConfig,
  named: string | undefined,
): Promise<FoundTag> {
  const judge = await tagJudge(archive);
  if (named !== undefined) {
    const verdict = judge(named);
    if (verdict.kind === 'other') throw refuse('NZ9042', [named], archive);
    return verdict;
  }
  const tags = linesOf(await askGit(archive.root, 'tag', '--points-at', 'HEAD'));
  const verdicts = tags.map(judge).filter((verdict) => verdict.kind !== 'other');
  const releases = verdicts.filter(({ kind }) => kind === 'release');
  const [first = verdicts[0], second] = releases;
  if (first === undefined) throw refuse('NZ9040', tags, archive);
  if (second !== undefined) throw refuse('NZ9041', tags, archive);
  return first;
}

/**
 * The release that a tag is or will be: the one that is named, whether it stands or not, or the one at HEAD.
 * @throws PluginError as `findTag` does, and NZ9042 for one of which no archive will be made
 */
export async function tagToCome(
  archive: ArchiveConfig,
  named: string | undefined,
): Promise<ReleaseTag> {
  const found = await findTag(archive, named);
  if (found.kind === 'release') return found.release;
  throw new PluginError([
    {
      code: 'NZ9042',
      severity: 'error',
      message: `No archive is made of that tag: ${found.reason}.`,
      cure: 'Name a tag that is archived, or correct `skip` or `preReleases` in zenodo.archive.json.',
      place: { file: archive.file, field: 'tags' },
    },
  ]);
}

/** The newest release of an archive, by the date of its tag: what is meant where nobody names one. */
export async function newestTag(archive: ArchiveConfig): Promise<ReleaseTag> {
  const judge = await tagJudge(archive);
  const listed = await askGit(
    archive.root,
    'for-each-ref',
    // Dates have seconds: of tags made in the same one, the greater version is the newer.
    '--sort=-version:refname',
    '--sort=-creatordate',
    '--format=%(refname:strip=2)',
    'refs/tags/',
  );
  const tags = linesOf(listed);
  const releases = tags.map(judge).flatMap((one) => (one.kind === 'release' ? [one.release] : []));
  const [newest] = releases;
  if (newest === undefined) throw refuse('NZ9040', tags, archive);
  return newest;
}

/** The release that a version label is. */
export function tagOfVersion({ tags }: ArchiveConfig, version: string): ReleaseTag {
  return { version, tag: tags.replace('{version}', () => version) };
}

const linesOf = (text: string | null): string[] =>
  (text ?? '').split('\n').filter((line) => line !== '');

/** Judges tags by the rules of an archive. */
export async function tagJudge({
  tags,
  preReleases,
  skip,
}: ArchiveConfig): Promise<(tag: string) => TagVerdict> {
  const { default: picomatch } = await import('picomatch');
  const isSkipped = skip.length === 0 ? () => false : picomatch([...skip]);
  return (tag) => judgeTag(tag, { tags, preReleases, isSkipped });
}

type TagCode = 'NZ9040' | 'NZ9041' | 'NZ9042';

const messages: Readonly<Record<TagCode, (tags: string, form: string) => string>> = {
  NZ9040: (tags, form) =>
    tags === ''
      ? `No tag of the form ${form} is found at HEAD.`
      : `No tag of the form ${form} is found at HEAD, only ${tags}.`,
  NZ9041: (tags) => `Several tags are at HEAD: ${tags}.`,
  NZ9042: (tags, form) => `The tag ${tags} has not the form ${form}.`,
};

const cures: Readonly<Record<TagCode, string>> = {
  NZ9040: 'Set the tag (`git tag v1.0.0`), or name one with --tag; in CI, fetch tags.',
  NZ9041: 'Name one with --tag.',
  NZ9042: 'Name a tag of that form, or correct `tags` in zenodo.archive.json.',
};

function refuse(code: TagCode, tags: readonly string[], { file, ...archive }: ArchiveConfig) {
  const shown = tags.slice(0, 10).join(', ');
  const finding: Finding = {
    code,
    severity: 'error',
    message: messages[code](shown, archive.tags),
    cure: cures[code],
    place: { file, field: 'tags' },
  };
  return new PluginError([finding]);
}
