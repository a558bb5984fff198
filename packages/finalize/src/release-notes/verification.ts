import type { ReleaseManifest } from '@nx-zenodo/manifest';
import { fencedCode } from '../markdown/escape-markdown.js';
import type { PublishedFile, PublishedRelease } from '../published/published-release.js';
import { shellWord } from './shell-word.js';

/** Where a reader of the instructions finds the release in its repository. */
export interface VerificationPlace {
  /** The folder of the release in its repository, POSIX; `.` for the repository's own. */
  readonly releaseRoot?: string;
}

// Beyond this many files nobody copies the download commands; the checksums still stand.
const mostDownloads = 20;

/** Downloads of the record's files into the current folder, one command each, or none when there are too many. */
export function downloadCommands(published: PublishedRelease): string | null {
  if (published.files.length > mostDownloads) return null;
  return published.files
    .map(({ key }) => {
      const url = `${published.recordUrl}/files/${encodeURIComponent(key)}?download=1`;
      return `curl -fL -o ${shellWord(localName(key))} ${shellWord(url)}`;
    })
    .join('\n');
}

/** A command that checks downloaded files in the current folder against their SHA-256. */
export function checksumCommand(files: readonly PublishedFile[]): string {
  return ["sha256sum -c <<'SHA256SUMS'", ...files.map(checksumLine), 'SHA256SUMS'].join('\n');
}

// GNU coreutils, "cksum output modes": a name with a backslash or a line break is escaped, the line marked.
function checksumLine({ key, sha256 }: PublishedFile): string {
  const name = localName(key);
  const escaped = name.replaceAll('\\', String.raw`\\`).replaceAll('\n', String.raw`\n`);
  return `${escaped === name ? '' : '\\'}${sha256}  ${escaped}`;
}

// A name that begins with a hyphen would be read as an option, by curl and by sha256sum.
function localName(key: string): string {
  return key.startsWith('-') ? `./${key}` : key;
}

/** Commands that check the tree at its tag against the signature. */
function treeCommands(tag: string, signature: string, place: VerificationPlace): string {
  const root = place.releaseRoot ?? '.';
  return [
    `git switch --detach ${shellWord(tag)}`,
    ...(root === '.' ? [] : [`cd ${shellWord(root)}`]),
    `sha256sum -c ${shellWord(signature)}`,
  ].join('\n');
}

// Without a tag nobody can name the tree that was signed: the branch moves on, by finalize itself for one.
function treeInstructions(
  manifest: ReleaseManifest | null,
  place: VerificationPlace,
): readonly string[] {
  const tag = manifest?.release.tag ?? null;
  if (manifest === null || tag === null) return [];
  const { path, entries } = manifest.signature;
  return [
    '',
    `The tree at the tag (${entries} files), in a clone of the repository:`,
    '',
    fencedCode('sh', treeCommands(tag, path, place)),
  ];
}

/** How anybody verifies the release: what the record serves, and the tree in version control. */
export function formatVerification(
  manifest: ReleaseManifest | null,
  published: PublishedRelease,
  place: VerificationPlace = {},
): string {
  const downloads = downloadCommands(published);
  const record = [
    downloads === null
      ? `Download the files of ${published.recordUrl} into one folder, and in it:`
      : `The files of ${published.recordUrl}, in an empty folder:`,
    '',
    fencedCode(
      'sh',
      [...(downloads === null ? [] : [downloads]), checksumCommand(published.files)].join('\n'),
    ),
  ];
  const close = 'Every line must say `OK`. On macOS write `shasum -a 256 -c` for `sha256sum -c`.';
  return [...record, ...treeInstructions(manifest, place), '', close].join('\n');
}
