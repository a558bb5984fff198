import { dosTime } from './dos-time.js';

// Names of sections: APPNOTE.TXT 6.3.10, .ZIP File Format Specification.

/** An entry of a ZIP file, once everything about it is known. */
export interface ZipEntry {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly executable: boolean;
  readonly modifiedAt: number;
  /** True when crc and sizes follow the data (4.3.9) because they were not known before it. */
  readonly described: boolean;
}

const noExtra = Buffer.alloc(0);
const full32 = 0xffff_ffff;
const full16 = 0xffff;
// Deflate makes incompressible data longer by 5 bytes for 16 KB: a file below this never reaches 4 GB.
const surelyBelow = 0xff00_0000;

/** 4.3.7: stands before the data. */
export function localHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name, 'utf8');
  const big = needsZip64(entry);
  const { described } = entry;
  const extra = big ? zip64Extra(described ? [0, 0] : [entry.size, entry.compressedSize]) : noExtra;
  const header = Buffer.alloc(30 + name.length + extra.length);
  header.writeUInt32LE(0x04034b50, 0);
  writeCommon(header, 4, entry, big);
  header.writeUInt32LE(described ? 0 : entry.crc, 14);
  header.writeUInt32LE(big ? full32 : described ? 0 : entry.compressedSize, 18);
  header.writeUInt32LE(big ? full32 : described ? 0 : entry.size, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  header.set(name, 30);
  header.set(extra, 30 + name.length);
  return header;
}

/** 4.3.9: stands behind the data of a described entry. */
export function dataDescriptor(entry: ZipEntry): Buffer {
  const big = needsZip64(entry);
  const descriptor = Buffer.alloc(big ? 24 : 16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(entry.crc, 4);
  if (big) {
    descriptor.writeBigUInt64LE(BigInt(entry.compressedSize), 8);
    descriptor.writeBigUInt64LE(BigInt(entry.size), 16);
  } else {
    descriptor.writeUInt32LE(entry.compressedSize, 8);
    descriptor.writeUInt32LE(entry.size, 12);
  }
  return descriptor;
}

/** 4.3.12: one record of the central directory; `offset` is where the local header stands. */
export function directoryRecord(entry: ZipEntry, offset: number): Buffer {
  const name = Buffer.from(entry.name, 'utf8');
  const big = needsZip64(entry);
  const far = offset >= full32;
  const extra =
    big || far
      ? zip64Extra([...(big ? [entry.size, entry.compressedSize] : []), ...(far ? [offset] : [])])
      : noExtra;
  const record = Buffer.alloc(46 + name.length + extra.length);
  record.writeUInt32LE(0x02014b50, 0);
  // 4.4.2: made by Unix, so that readers take the mode from the external attributes.
  record.writeUInt16LE((3 << 8) | (big || far ? 45 : 20), 4);
  writeCommon(record, 6, entry, big || far);
  record.writeUInt32LE(entry.crc, 16);
  record.writeUInt32LE(big ? full32 : entry.compressedSize, 20);
  record.writeUInt32LE(big ? full32 : entry.size, 24);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt16LE(extra.length, 30);
  // Regular file, 0755 or 0644: the executable bit is kept, owner and umask are not.
  record.writeUInt32LE(((0o100000 | (entry.executable ? 0o755 : 0o644)) << 16) >>> 0, 38);
  record.writeUInt32LE(far ? full32 : offset, 42);
  record.set(name, 46);
  record.set(extra, 46 + name.length);
  return record;
}

/** 4.3.14 to 4.3.16: what stands at the end. `offset` and `size` are of the central directory. */
export function directoryEnd(entries: number, offset: number, size: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries, full16), 8);
  end.writeUInt16LE(Math.min(entries, full16), 10);
  end.writeUInt32LE(Math.min(size, full32), 12);
  end.writeUInt32LE(Math.min(offset, full32), 16);
  if (entries < full16 && size < full32 && offset < full32) return end;
  return Buffer.concat([zip64End(entries, offset, size), end]);
}

function zip64End(entries: number, offset: number, size: number): Buffer {
  const end = Buffer.alloc(56);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE((3 << 8) | 45, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(entries), 24);
  end.writeBigUInt64LE(BigInt(entries), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end, locator]);
}

// Decided by the size alone, which is known before the data: header and descriptor must agree (4.3.9.2).
function needsZip64({ size, described, compressedSize }: ZipEntry): boolean {
  return size >= (described ? surelyBelow : full32) || compressedSize >= full32;
}

// Version needed, flags, method, time and date are the same in the local header and in the directory.
function writeCommon(target: Buffer, at: number, entry: ZipEntry, big: boolean): void {
  const { date, time } = dosTime(entry.modifiedAt);
  target.writeUInt16LE(big ? 45 : 20, at);
  // 4.4.4: bit 11, the name is UTF-8; bit 3, a descriptor follows.
  target.writeUInt16LE((1 << 11) | (entry.described ? 1 << 3 : 0), at + 2);
  target.writeUInt16LE(entry.method === 'deflated' ? 8 : 0, at + 4);
  target.writeUInt16LE(time, at + 6);
  target.writeUInt16LE(date, at + 8);
}

// 4.5.3
function zip64Extra(numbers: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * numbers.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * numbers.length, 2);
  numbers.forEach((number, index) => extra.writeBigUInt64LE(BigInt(number), 4 + 8 * index));
  return extra;
}
