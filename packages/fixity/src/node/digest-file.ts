import { createHash } from 'node:crypto';
import { fileProblem, refusedReleasePath } from '../findings/file-findings.js';
import { FixityError } from '../findings/fixity-error.js';
import { parseReleasePath } from '../release-path/release-path.js';
import type { FileDigest } from '../verified-release.js';
import { readInside } from './read-inside.js';
import { resolveRoot } from './resolve-inside.js';

/** A file digest with the md5 that Zenodo answers; md5 is for that comparison only, never for trust. */
export interface Md5FileDigest extends FileDigest {
  /** 32 lower-case hex digits. */
  readonly md5: string;
}

/**
 * Hashes one regular file below `root` in one pass. Throws {@link FixityError} when the path is not confined
 * (NZ1007, NZ1014), the file is missing (NZ1005), a link (NZ1008), not regular (NZ1009), unreadable (NZ1016)
 * or changes while it is read (NZ1015).
 */
export function digestFile(
  root: string,
  path: string,
  options: { readonly md5: true },
): Promise<Md5FileDigest>;
export function digestFile(
  root: string,
  path: string,
  options?: { readonly md5?: boolean },
): Promise<FileDigest>;
export async function digestFile(
  root: string,
  path: string,
  options: { readonly md5?: boolean } = {},
): Promise<FileDigest | Md5FileDigest> {
  const reading = parseReleasePath(path);
  if (!reading.ok) throw new FixityError([refusedReleasePath(reading, path)]);
  const sha256 = createHash('sha256');
  const md5 = options.md5 === true ? createHash('md5') : undefined;
  const found = await readInside(await resolveRoot(root), reading.path, {
    chunk: (bytes) => {
      sha256.update(bytes);
      md5?.update(bytes);
    },
  });
  if (typeof found !== 'number') throw new FixityError([fileProblem(found, reading.path)]);
  const digest = { path: reading.path, size: found, sha256: sha256.digest('hex') };
  return md5 === undefined ? digest : { ...digest, md5: md5.digest('hex') };
}
