import type { Finding } from '@nx-zenodo/findings';
import { finding } from '../metadata-error.js';

/** Formats whose readers take a byte order mark (YAML 1.1, 5.2); it stays in the text, so that edits keep it. */
const MARKED = /\.(?:cff|ya?ml)$/i;

/**
 * Text of UTF-8 bytes; anything that is not UTF-8, or a byte order mark in JSON (RFC 8259, 8.1), is a finding and
 * gives no text. In other formats the mark says nothing.
 */
export function decodeUtf8(
  bytes: Uint8Array,
  file: string,
): { text: string | null; findings: readonly Finding[] } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.startsWith('\ufeff') || MARKED.test(file)) return { text, findings: [] };
    if (!/\.json$/i.test(file)) return { text: text.slice(1), findings: [] };
    const message = `${file} starts with a byte order mark, which JSON does not allow.`;
    return refused(file, message, 'Save it as UTF-8 without byte order mark.');
  } catch {
    return refused(file, `${file} is not UTF-8.`, 'Save it as UTF-8.');
  }
}

function refused(file: string, message: string, cure: string) {
  return { text: null, findings: [finding('NZ3002', { message, cure, place: { file } })] };
}
