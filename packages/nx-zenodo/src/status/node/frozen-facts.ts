import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { checkFixity, parseChecksumList, resolveInside } from '@nx-zenodo/fixity';
import type { ChecksumEntry } from '@nx-zenodo/fixity';
import { known, unknown } from '@nx-zenodo/finalize';
import type { BeforeFacts } from '@nx-zenodo/finalize';
import { isError } from '@nx-zenodo/findings';
import { digestPieces } from '../../chain/digest.js';
import { readAtTag } from '../../git/node/git.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';

/** The signature as it stands: its own digest and what it lists; null where there is none. */
export interface Signature {
  readonly sha256: string;
  readonly entries: readonly ChecksumEntry[];
}

/** Reads the signature; null where it is missing or no checksum list. */
export async function readSignature(config: ReleaseConfig): Promise<Signature | null> {
  try {
    const bytes = await readFile(await resolveInside(config.root, config.signature));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { sha256, entries: parseChecksumList(bytes, config.signature).entries };
  } catch {
    return null;
  }
}

/**
 * Holds the files against the signature. Finalize writes into files that are frozen (release notes are, by most), so
 * that one that was changed is looked up at the tag once this version is published.
 */
export async function readFrozen(
  config: ReleaseConfig,
  signature: Signature | null,
  isPublished: boolean,
): Promise<BeforeFacts['frozen']> {
  if (signature === null) return unknown(`there is no ${config.signature}: run freeze`);
  const { root, artifacts } = config;
  const outcome = await checkFixity({ root, signature: config.signature, artifacts });
  const wrong = outcome.findings.filter(isError);
  const atTag: string[] = [];
  for (const { code, place } of isPublished ? wrong : []) {
    const entry = signature.entries.find(({ path }) => path === place?.file);
    if (code !== 'NZ1006' || entry === undefined) continue;
    if (await standsAtTag(config, entry)) atTag.push(entry.path);
  }
  const { length: entries } = signature.entries;
  return known({ entries, problems: wrong.length - atTag.length, atTag });
}

async function standsAtTag(
  { root, tag }: ReleaseConfig,
  { path, algorithm, digest }: ChecksumEntry,
): Promise<boolean> {
  try {
    return (await digestPieces(readAtTag(root, tag, path), algorithm)) === digest;
  } catch {
    return false;
  }
}
