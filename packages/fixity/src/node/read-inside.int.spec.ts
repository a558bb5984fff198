import { appendFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { releaseFolder } from '../testing/release-folder.js';
import type { ReleaseFolder } from '../testing/release-folder.js';
import { readInside } from './read-inside.js';

let folder: ReleaseFolder;
afterEach(() => folder.dispose());

const long = 'x'.repeat(3 << 20);

describe('a file that is read', () => {
  it('when nobody touches it, all its bytes come in order, and its size is answered', async () => {
    folder = await releaseFolder({ 'd/a': `${long}end` });
    const chunks: string[] = [];
    const size = await readInside(folder.root, 'd/a', {
      chunk: (bytes) => void chunks.push(Buffer.from(bytes).toString()),
    });
    expect([size, chunks.join('').length]).toEqual([long.length + 3, long.length + 3]);
    expect(chunks.at(-1)?.endsWith('end')).toBe(true);
  });

  it.each([
    ['rewritten with as many bytes', (path: string) => writeFileSync(path, long.replace('x', 'y'))],
    ['made longer', (path: string) => appendFileSync(path, 'more')],
    ['cut short', (path: string) => truncateSync(path, 5)],
  ])('when it is %s meanwhile, what was read does not count', async (_, change) => {
    folder = await releaseFolder({ a: long });
    let changed = false;
    const answer = await readInside(folder.root, 'a', {
      chunk: () => {
        if (!changed) change(join(folder.root, 'a'));
        changed = true;
      },
    });
    expect(answer).toEqual({ kind: 'unstable' });
  });

  it('when its size is already too much, no byte is read', async () => {
    folder = await releaseFolder({ a: long });
    const chunks: unknown[] = [];
    const sink = {
      begin: (size: number) => size < 5,
      chunk: (bytes: unknown) => chunks.push(bytes),
    };
    expect(await readInside(folder.root, 'a', sink)).toBe(long.length);
    expect(chunks).toEqual([]);
  });
});
