import type { Finding } from '@nx-zenodo/findings';
import { finding } from '../metadata-error.js';

/** Text of UTF-8 bytes; a byte order mark or anything that is not UTF-8 is a finding and gives no text. */
export function decodeUtf8(
  bytes: Uint8Array,
  file: string,
): { text: string | null; findings: readonly Finding[] } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.startsWith('\ufeff')) return { text, findings: [] };
    const message = `${file} starts with a byte order mark, which JSON does not allow.`;
    return refused(file, message, 'Save it as UTF-8 without byte order mark.');
  } catch {
    return refused(file, `${file} is not UTF-8.`, 'Save it as UTF-8.');
  }
}

function refused(file: string, message: string, cure: string) {
  return { text: null, findings: [finding('NZ3002', { message, cure, place: { file } })] };
}
