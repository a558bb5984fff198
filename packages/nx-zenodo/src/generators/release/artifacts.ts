import type { Finding } from '@nx-zenodo/findings';
import picomatch from 'picomatch';
import { ownFiles } from './frozen-files.js';

/** Zenodo takes 100 files (http://help.zenodo.org, "File size"); the manifest and the signature are two. */
const mostArtifacts = 98;

// Documents that a reader of the record looks for, and ready-made things beside them.
const documents =
  /^(readme|licen[cs]e|copying|notice|authors|contributors|changelog|changes|history|news|citation|codemeta)(\.|-|$)/i;
const deliverables = /\.(pdf|csv|tsv|zip|gz|tgz|xz|bz2|zst|whl|nc|h5|parquet|sqlite)$/i;

/** Files to upload, or why they cannot be. */
export interface ArtifactChoice {
  readonly artifacts: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Chooses what is uploaded: the given paths and globs, or the documents and ready-made files of the
 * top level with the release notes of this version.
 */
export function chooseArtifacts(
  files: readonly string[],
  written: readonly string[] | undefined,
  version: string,
): ArtifactChoice {
  const taken = files.filter((path) => !ownFiles.includes(path));
  const artifacts =
    written === undefined
      ? taken.filter((path) => isDocument(path) || releaseNotesPaths(version).includes(path))
      : [...new Set(written.flatMap((pattern) => matching(pattern, taken)))];
  const unmatched = (written ?? []).filter((pattern) => matching(pattern, taken).length === 0);
  return {
    artifacts,
    findings: [
      ...unmatched.map(matchesNothing),
      ...(artifacts.length === 0 && unmatched.length === 0 ? [nothingToUpload()] : []),
      ...(artifacts.length > mostArtifacts ? [tooMany(artifacts.length)] : []),
      ...sameNames(artifacts),
    ],
  };
}

/** Where the release notes of a version may lie. */
export function releaseNotesPaths(version: string): string[] {
  return [`docs/releases/${version}-RELEASE_NOTES.md`, 'RELEASE_NOTES.md'];
}

function isDocument(path: string): boolean {
  return !path.includes('/') && (documents.test(path) || deliverables.test(path));
}

function matching(pattern: string, files: readonly string[]): string[] {
  const bare = pattern.trim().replace(/^\.\//, '');
  if (files.includes(bare)) return [bare];
  const matches = picomatch(bare, { dot: true, nonegate: true });
  return files.filter((path) => matches(path));
}

const finding = (message: string, cure: string): Finding => ({
  code: 'NZ9106',
  severity: 'error',
  message,
  cure,
  place: { field: 'artifacts' },
});

function matchesNothing(pattern: string): Finding {
  return finding(
    `"${pattern}" names no file of the folder that git would track.`,
    'Correct the path or the glob; nothing was written.',
  );
}

function nothingToUpload(): Finding {
  return finding(
    'The top level holds no README, licence, citation or ready-made file to upload.',
    'Name the files with --artifacts=<path or glob>,…; nothing was written.',
  );
}

function tooMany(count: number): Finding {
  return finding(
    `${count} files are too many: Zenodo takes 100, and the manifest and the signature are two of them.`,
    'Name fewer files with --artifacts, or upload an archive of them; nothing was written.',
  );
}

// Zenodo has no folders: a file is stored under the last part of its path.
function sameNames(artifacts: readonly string[]): Finding[] {
  const byName = new Map<string, string[]>();
  for (const path of artifacts) {
    const name = path.split('/').at(-1) ?? path;
    byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  return [...byName.values()]
    .filter((paths) => paths.length > 1)
    .map((paths) =>
      finding(
        `${paths.join(' and ')} would have one name on Zenodo, which has no folders.`,
        'Rename one of them, or leave it out; nothing was written.',
      ),
    );
}
