import { directoryEnd, directoryRecord, localHeader } from './zip-records.js';
import type { ZipEntry } from './zip-records.js';

/** What is known of an entry before its bytes are read. */
export type OpenEntry = Pick<ZipEntry, 'name' | 'size' | 'executable' | 'modifiedAt'>;

/** The ZIP file as it grows: where the next byte goes, and the records of what was written. */
export interface OpenDirectory {
  /** Counts bytes that are written now, and hands them back. */
  write(bytes: Uint8Array): Uint8Array;
  /** The local header of an entry that begins now, and where it stands. */
  begin(entry: ZipEntry): { readonly header: Uint8Array; readonly at: number };
  record(entry: ZipEntry, at: number): void;
  /** The central directory and the end of the file. */
  end(): Uint8Array;
}

/** A directory without entries. */
export function openDirectory(): OpenDirectory {
  let offset = 0;
  const records: Buffer[] = [];
  const write = (bytes: Uint8Array) => {
    offset += bytes.length;
    return bytes;
  };
  return {
    write,
    begin: (entry) => {
      const at = offset;
      return { header: write(localHeader(entry)), at };
    },
    record: (entry, at) => void records.push(directoryRecord(entry, at)),
    end: () => {
      const directory = Buffer.concat(records);
      return Buffer.concat([directory, directoryEnd(records.length, offset, directory.length)]);
    },
  };
}
