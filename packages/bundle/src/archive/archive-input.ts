/** How much of a file is read and compressed at once; a part of the format of our archives: do not change. */
export const blockBytes = 1 << 20;

/** How far back a deflate stream may point (RFC 1951, section 2). */
export const windowBytes = 32 * 1024;

/** A file on its way into an archive. */
export interface ArchiveInput {
  /** Its name in the archive: POSIX, relative. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly executable: boolean;
  /**
   * Its bytes, in blocks of {@link blockBytes}, the last one shorter; none when it is empty. Each call reads
   * from the beginning. Throws when the bytes are not those that were promised.
   */
  blocks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** How an archive is made. */
export interface ArchiveSettings {
  /** 0 to 9. */
  readonly level: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
  /** Modification time of every entry, whole seconds since 1970. */
  readonly modifiedAt: number;
}

/** Cuts a stream of bytes into blocks of {@link blockBytes}. */
export async function* inBlocks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    length += chunk.length;
    while (length >= blockBytes) {
      const all = Buffer.concat(held, length);
      yield all.subarray(0, blockBytes);
      held = [all.subarray(blockBytes)];
      length -= blockBytes;
    }
  }
  if (length > 0) yield Buffer.concat(held, length);
}
