import type { ChecksumEntry } from './checksum-entry.js';
import { escapeName, needsEscape } from './escaped-name.js';

/** Writes entries, in their order, as `sha256sum` (or `sha512sum`) does: text mark, escaped names. */
export function formatChecksumList(
  entries: Iterable<Pick<ChecksumEntry, 'digest' | 'path'>>,
): string {
  let list = '';
  for (const { digest, path } of entries) {
    list += needsEscape(path) ? `\\${digest}  ${escapeName(path)}\n` : `${digest}  ${path}\n`;
  }
  return list;
}
