import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tarGzArchive } from '../tar/tar-archive.js';
import { archiveTesters, noPython, openPython } from '../testing/foreign-reader.js';
import type { PythonReader } from '../testing/foreign-reader.js';
import { allBytes, memoryInput } from '../testing/memory-input.js';
import { zipArchive } from '../zip/zip-archive.js';
import type { ArchiveInput, ArchiveSettings } from './archive-input.js';

const modifiedAt = Date.UTC(2025, 2, 4, 5, 6, 7) / 1000;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const formats = { zip: zipArchive, 'tar.gz': tarGzArchive } as const;
type Format = keyof typeof formats;
const make = (format: Format, inputs: ArchiveInput[], settings: Partial<ArchiveSettings> = {}) =>
  allBytes(formats[format](inputs, { level: 6, modifiedAt, ...settings }));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function put(format: Format, bytes: Uint8Array): Promise<string> {
  const path = join(folder, `${sha256(bytes).slice(0, 12)}.${format}`);
  await writeFile(path, bytes);
  return path;
}

// Deterministic, and neither all alike nor all noise.
const filler = (length: number, kind: 'text' | 'noise') => {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = kind === 'noise' ? state >>> 24 : 97 + ((state >>> 28) % 12);
  }
  return bytes;
};
const sample = () => [
  memoryInput('empty', Buffer.alloc(0)),
  memoryInput('bin/run.sh', Buffer.from('#!/bin/sh\n'), true),
  memoryInput('données/Σ.txt', Buffer.from('text '.repeat(100))),
  memoryInput('big/text.dat', filler(1_200_000, 'text')),
  memoryInput('big/noise.dat', filler(1_100_000, 'noise')),
  memoryInput('big/block.dat', filler(1 << 20, 'text')),
  memoryInput(`long/${'d'.repeat(90)}/${'n'.repeat(200)}`, Buffer.from('x')),
];

// Python's zipfile and tarfile are readers that this project did not write: only they are left out, with the
// reason printed, where there is no Python; the pinned digests below are held everywhere.
if (noPython !== undefined) console.log(`Archives are not read back: ${noPython}.`);
const withPython = noPython === undefined ? describe : describe.skip;

describe.each(['zip', 'tar.gz'] as const)('an archive of the format %s', (format) => {
  // Pinned: whoever changes a byte of the format changes what every release of before is compared with.
  const pinned = {
    zip: '494e3c3619400932306307cbaed9158f9ff35eb3aa070fdb3e57507c445f338b',
    'tar.gz': '4e855a49eec21a0a59f67534afb9ea17cc0ca1c3853e448fdfc998cf110db4bc',
  };

  it('when it is made of the same files, it is the same bytes as ever', async () => {
    expect(sha256(await make(format, sample()))).toBe(pinned[format]);
  });

  it('when a file cannot be read to its end, the archive fails', async () => {
    const broken = {
      ...memoryInput('x', Buffer.alloc(3_000_000)),
      *blocks() {
        yield Buffer.alloc(1 << 20);
        throw new Error('the disk is gone');
      },
    };
    await expect(make(format, [broken])).rejects.toThrow('the disk is gone');
  });

  it('when it is made, every program at hand reads it', async () => {
    const path = await put(format, await make(format, sample()));
    const testers = archiveTesters(path);
    for (const [program, args] of testers)
      execFileSync(program, args, { stdio: 'pipe', maxBuffer: 1 << 26 });
    if (testers.length === 0) console.log(`No program is installed here that reads ${format}.`);
  });
});

withPython('an archive read by Python', () => {
  let python: PythonReader;
  beforeAll(() => {
    python = openPython();
  });
  afterAll(() => python.close());

  it('when it is a zip, it has names, contents, executable bits, UTC times and the right methods', async () => {
    const entries = await python.read(await put('zip', await make('zip', sample())));
    expect(entries.map(([name, size, , mode, , method]) => [name, size, mode, method])).toEqual([
      ['empty', 0, 0o644, 0],
      ['bin/run.sh', 10, 0o755, 0],
      ['données/Σ.txt', 500, 0o644, 8],
      ['big/text.dat', 1_200_000, 0o644, 8],
      ['big/noise.dat', 1_100_000, 0o644, 0],
      ['big/block.dat', 1 << 20, 0o644, 8],
      [`long/${'d'.repeat(90)}/${'n'.repeat(200)}`, 1, 0o644, 0],
    ]);
    expect(entries[3]?.[2]).toBe(sha256(filler(1_200_000, 'text')));
    expect(entries[0]?.[4]).toEqual([2025, 3, 4, 5, 6, 6]);
  });

  it('when it is a tar.gz, it has no owner, fixed times and the same contents', async () => {
    const entries = await python.read(await put('tar.gz', await make('tar.gz', sample())));
    expect(entries.map(([name]) => name)).toEqual(sample().map(({ name }) => name));
    expect(entries[4]).toEqual([
      'big/noise.dat',
      1_100_000,
      sha256(filler(1_100_000, 'noise')),
      0o644,
      modifiedAt,
      [0, 0, '', ''],
    ]);
    expect(entries[1]?.[3]).toBe(0o755);
  });

  it('when there are more entries than two bytes can count, all of them are found', async () => {
    const inputs = Array.from({ length: 66_000 }, (_, at) =>
      memoryInput(`f${at}`, Buffer.from([at % 256])),
    );
    const entries = await python.read(await put('zip', await make('zip', inputs)));
    expect(entries).toHaveLength(66_000);
    expect(entries.at(-1)?.[0]).toBe('f65999');
  });

  it('when the tree is any tree, it comes back as it was packed', async () => {
    const segment = fc
      .string({
        unit: fc.constantFrom('a', 'b', '.', '-', ' ', 'é', 'Σ', '😀', '[', '%'),
        minLength: 1,
        maxLength: 12,
      })
      .filter((text) => text !== '.' && text !== '..' && text.normalize('NFC') === text);
    const file = fc.record({
      name: fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
      bytes: fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc
          .tuple(
            fc.uint8Array({ minLength: 1, maxLength: 40 }),
            fc.integer({ min: 1, max: 60_000 }),
          )
          .map(([part, times]) => Buffer.concat(Array.from({ length: times }, () => part))),
      ),
      executable: fc.boolean(),
    });
    const tree = fc.uniqueArray(file, { selector: ({ name }) => name, maxLength: 12 });
    const levels = fc.constantFrom(0, 1, 6, 9);
    const format = fc.constantFrom<Format>('zip', 'tar.gz');
    await fc.assert(
      fc.asyncProperty(tree, levels, format, async (files, level, kind) => {
        const inputs = files.map(({ name, bytes, executable }) =>
          memoryInput(name, bytes, executable),
        );
        const entries = await python.read(
          await put(kind, await make(kind, inputs, { level: level as 0 })),
        );
        const expected = files.map(({ name, bytes, executable }) => [
          name,
          bytes.length,
          sha256(bytes),
          executable ? 0o755 : 0o644,
        ]);
        expect(entries.map((entry) => entry.slice(0, 4))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});
