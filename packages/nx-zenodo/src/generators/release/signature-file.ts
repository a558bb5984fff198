import type { ReleaseFolder } from '../folder/release-folder.js';

/** Name of the checksum list in the field (GNU coreutils, "sha2 utilities"). */
const defaultSignature = 'SHA256SUMS';

/** True when a text has at least one line that `sha256sum -c` would check. */
export function hasDigests(text: string | null): boolean {
  return text !== null && /^\\?[0-9a-f]{64} [ *]./im.test(text);
}

/** The checksum list of the top level when there is exactly one that proves something. */
export function signatureOf(folder: ReleaseFolder): string {
  const lists = folder.files
    .filter((path) => /^[^/]*(\.sha256|SHA256SUMS(\.txt)?)$/.test(path))
    .filter((path) => hasDigests(folder.read(path)));
  return lists.length === 1 ? (lists[0] ?? defaultSignature) : defaultSignature;
}
