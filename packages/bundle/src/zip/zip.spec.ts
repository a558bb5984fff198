import { describe, expect, it } from '@jest/globals';
import { dosTime } from './dos-time.js';
import { dataDescriptor, directoryEnd, directoryRecord, localHeader } from './zip-records.js';
import type { ZipEntry } from './zip-records.js';

const entry: ZipEntry = {
  name: 'a',
  method: 'deflated',
  crc: 1,
  compressedSize: 10,
  size: 20,
  executable: false,
  modifiedAt: 0,
  described: false,
};
const GiB = 2 ** 30;

describe('the records of a ZIP file', () => {
  it('when sizes fit in four bytes, there is no extra field', () => {
    const header = localHeader(entry);
    expect(header.length).toBe(31);
    expect(header.readUInt16LE(4)).toBe(20);
    expect([header.readUInt32LE(18), header.readUInt32LE(22)]).toEqual([10, 20]);
  });

  it('when a file has 4 GiB or more, its sizes move to the Zip64 field in header and directory', () => {
    const big = { ...entry, method: 'stored', size: 5 * GiB, compressedSize: 5 * GiB } as const;
    const header = localHeader(big);
    expect(header.readUInt16LE(4)).toBe(45);
    expect([header.readUInt32LE(18), header.readUInt32LE(22)]).toEqual([0xffffffff, 0xffffffff]);
    expect(header.readUInt16LE(31)).toBe(1);
    expect(header.readBigUInt64LE(35)).toBe(BigInt(5 * GiB));
    const record = directoryRecord(big, 6 * GiB);
    expect(record.readUInt32LE(42)).toBe(0xffffffff);
    expect(record.readBigUInt64LE(record.length - 8)).toBe(BigInt(6 * GiB));
  });

  it('when only the offset is beyond 4 GiB, only the offset is in the Zip64 field', () => {
    const record = directoryRecord(entry, 5 * GiB);
    expect(record.readUInt32LE(24)).toBe(20);
    expect(record.length).toBe(46 + 1 + 12);
  });

  it('when a large file is described behind its data, header and descriptor agree on eight bytes', () => {
    const before = { ...entry, described: true, size: 4 * GiB - 10, crc: 0, compressedSize: 0 };
    const after = { ...before, crc: 7, compressedSize: 5 };
    expect(localHeader(before).readUInt16LE(28)).toBe(20);
    const descriptor = dataDescriptor(after);
    expect(descriptor.length).toBe(24);
    expect(descriptor.readBigUInt64LE(16)).toBe(BigInt(4 * GiB - 10));
    expect(dataDescriptor({ ...after, size: 100 }).length).toBe(16);
  });

  it('when there are 65535 entries or more, the Zip64 end comes before the plain one', () => {
    expect(directoryEnd(65_534, 1, 1).length).toBe(22);
    const end = directoryEnd(65_535, 5 * GiB, 10);
    expect(end.length).toBe(56 + 20 + 22);
    expect(end.readBigUInt64LE(24)).toBe(65_535n);
    expect(end.readBigUInt64LE(56 + 8)).toBe(BigInt(5 * GiB + 10));
    expect(end.readUInt16LE(76 + 10)).toBe(0xffff);
  });
});

describe('the time of a ZIP entry', () => {
  it.each([
    [Date.UTC(2025, 0, 2, 3, 4, 5) / 1000, (45 << 9) | (1 << 5) | 2, (3 << 11) | (4 << 5) | 2],
    [0, (0 << 9) | (1 << 5) | 1, 0],
    [Date.UTC(2200, 0, 1) / 1000, (127 << 9) | (12 << 5) | 31, (23 << 11) | (59 << 5) | 29],
  ])(
    'when it is %d seconds, date and time are in UTC and in the calendar of ZIP',
    (seconds, date, time) => {
      expect(dosTime(seconds)).toEqual({ date, time });
    },
  );
});
