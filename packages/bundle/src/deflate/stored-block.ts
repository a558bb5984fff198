// RFC 1951, 3.2.4: a stored block begins on a byte, has a length of two bytes and its complement.
const mostBytes = 0xffff;

/** The bytes framed as stored blocks: a deflate stream that compresses nothing. */
export function storedBlock(block: { readonly bytes: Uint8Array; readonly last: boolean }): Buffer {
  const { bytes, last } = block;
  const parts: Uint8Array[] = [];
  let at = 0;
  do {
    const part = bytes.subarray(at, at + mostBytes);
    at += part.length;
    const head = Buffer.alloc(5);
    head.writeUInt8(last && at >= bytes.length ? 1 : 0, 0);
    head.writeUInt16LE(part.length, 1);
    head.writeUInt16LE(~part.length & mostBytes, 3);
    parts.push(head, part);
  } while (at < bytes.length);
  return Buffer.concat(parts);
}
