import type { ChecksumEntry } from '../checksum-list/checksum-entry.js';
import type { FileDigest } from '../verified-release.js';

/** How one freeze differs from the one before; paths in the order of the new (removed: of the old) list. */
export interface ListChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
}

/** Compares the list that stood there with the files as they are now. */
export function compareLists(
  before: readonly ChecksumEntry[],
  after: readonly FileDigest[],
): ListChanges {
  const old = new Map(before.map((entry) => [entry.path, entry.digest]));
  const kept = new Set(after.map(({ path }) => path));
  const among = (matches: (file: FileDigest) => boolean) =>
    after.filter(matches).map(({ path }) => path);
  return {
    added: among(({ path }) => !old.has(path)),
    removed: [...old.keys()].filter((path) => !kept.has(path)),
    changed: among(({ path, sha256 }) => old.has(path) && old.get(path) !== sha256),
    unchanged: among(({ path, sha256 }) => old.get(path) === sha256),
  };
}
