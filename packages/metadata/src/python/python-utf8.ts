/** Bytes that are not UTF-8, in Python's words. */
export class UnicodeDecodeError extends Error {
  constructor(byte: number, position: number, reason: string) {
    const hex = byte.toString(16).padStart(2, '0');
    super(`'utf-8' codec can't decode byte 0x${hex} in position ${position}: ${reason}`);
    this.name = 'UnicodeDecodeError';
  }
}

/** How many continuation bytes follow a lead byte, and the range of the first of them (Unicode, table 3-7). */
function sequenceOf(lead: number): readonly [length: number, low: number, high: number] | null {
  if (lead >= 0xc2 && lead <= 0xdf) return [1, 0x80, 0xbf];
  if (lead >= 0xe0 && lead <= 0xef) {
    return [2, lead === 0xe0 ? 0xa0 : 0x80, lead === 0xed ? 0x9f : 0xbf];
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    return [3, lead === 0xf0 ? 0x90 : 0x80, lead === 0xf4 ? 0x8f : 0xbf];
  }
  return null;
}

function firstFault(bytes: Uint8Array): UnicodeDecodeError | null {
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const sequence = sequenceOf(lead);
    if (sequence === null) return new UnicodeDecodeError(lead, at, 'invalid start byte');
    const [length, low, high] = sequence;
    for (let index = 1; index <= length; index += 1) {
      const next = bytes[at + index];
      if (next === undefined) return new UnicodeDecodeError(lead, at, 'unexpected end of data');
      const [from, to] = index === 1 ? [low, high] : [0x80, 0xbf];
      if (next < from || next > to)
        return new UnicodeDecodeError(lead, at, 'invalid continuation byte');
    }
    at += length;
  }
  return null;
}

/** Decodes UTF-8 strictly and keeps a byte order mark; throws UnicodeDecodeError. */
export function decodePythonUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw firstFault(bytes) ?? cause;
  }
}
