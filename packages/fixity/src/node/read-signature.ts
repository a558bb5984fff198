import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ParsedChecksumList } from '../checksum-list/parse-checksum-list.js';
import { parseChecksumList } from '../checksum-list/parse-checksum-list.js';
import { refusedReleasePath, signatureProblem } from '../findings/file-findings.js';
import type { FixityFinding } from '../findings/fixity-error.js';
import { parseReleasePath } from '../release-path/release-path.js';
import type { FileDigest } from '../verified-release.js';
import { hashInside } from './digest-file.js';

/** The checksum list with the digest of the very bytes it was read from. */
export interface ReadSignature extends ParsedChecksumList {
  readonly digest: FileDigest;
}

/** Reads the signature below a real folder; says what is in the way instead of throwing. */
export async function readSignature(
  base: string,
  written: string,
): Promise<ReadSignature | { readonly problem: FixityFinding }> {
  const reading = parseReleasePath(written);
  if (!reading.ok) return { problem: refusedReleasePath(reading, written) };
  const { path } = reading;
  const hashed = await hashInside(base, path, ['sha256']);
  if ('problem' in hashed) return { problem: signatureProblem(hashed.problem, path) };
  const list = parseChecksumList(await readFile(join(base, path)), path);
  return { ...list, digest: { path, size: hashed.size, sha256: hashed.digests[0] ?? '' } };
}
