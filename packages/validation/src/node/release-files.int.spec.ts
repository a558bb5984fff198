import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openReleaseFiles } from './release-files.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'release-files-'));
});
afterEach(() => rm(root, { recursive: true }));

const write = (path: string, bytes: string | Uint8Array) => writeFile(join(root, path), bytes);
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
async function linesOf(path: string) {
  const lines: { number: number; text: string }[] = [];
  for await (const { number, bytes } of openReleaseFiles(root).files.readLines(path)) {
    lines.push({ number, text: Buffer.from(bytes).toString('latin1') });
  }
  return lines;
}

describe('the evidence of a check', () => {
  it('when files were read whole, by line or only digested, each is named with the digest of its bytes', async () => {
    const texts = { 'b.ndjson': '1\r\n2\n3', 'a.json': '{}', 'c.bin': 'x'.repeat(200_000) };
    for (const [path, text] of Object.entries(texts)) await write(path, text);
    const { files, evidence } = openReleaseFiles(root);
    expect(evidence()).toEqual([]);
    await files.witness('c.bin');
    for await (const line of files.readLines('b.ndjson')) expect(line.number).toBeGreaterThan(0);
    expect(Buffer.from(await files.read('a.json')).toString()).toBe('{}');
    expect(evidence()).toEqual(
      Object.entries(texts)
        .map(([path, text]) => ({ path, sha256: sha256(text) }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    );
  });
});

describe('the lines of a file', () => {
  it('when it holds any bytes, they are those between line feeds, numbered, without a carriage return at the end', async () => {
    const unit = fc.constantFrom('\n', '\r\n', '\r', 'a', 'é', 'x'.repeat(40_000));
    await fc.assert(
      fc.asyncProperty(fc.array(unit), async (units) => {
        const text = units.join('');
        await write('f', Buffer.from(text, 'latin1'));
        const parts = text.split('\n');
        if (parts.at(-1) === '') parts.pop();
        const wanted = parts.map((part, at) => ({ number: at + 1, text: part.replace(/\r$/, '') }));
        expect(await linesOf('f')).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the files that a pattern finds', () => {
  const found = (pattern: string) => openReleaseFiles(root).files.find(pattern);

  it('when it is a name, it is that file, whatever signs are in it, or none', async () => {
    await write('a[1].json', '');
    await write('a1.json', '');
    expect(await found('a[1].json')).toEqual(['a[1].json']);
    expect(await found('gone.json')).toEqual([]);
    expect(await found('a[12].json')).toEqual(['a1.json']);
  });

  it('when it is a glob, it finds hidden files too, in order, never folders, never behind links', async () => {
    for (const path of ['b.json', 'a.json', '.c.json']) await write(path, '');
    await mkdir(join(root, 'd.json'));
    await write('d.json/e.json', '');
    await symlink('d.json', join(root, 'l.json'));
    expect(await found('*.json')).toEqual(['.c.json', 'a.json', 'b.json']);
    expect(await found('**/e.json')).toEqual(['d.json/e.json']);
    await expect(found('../*.json')).rejects.toMatchObject({ code: 'NZ2204' });
  });
});
