import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Change } from '../model/change.js';
import { Journal } from './journal.js';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zenodo-journal-'));
  path = join(folder, 'journal.ndjson');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const row = (value: number): Change[] => [{ put: 'next-id', value }];

async function replayed(): Promise<number[]> {
  const found: number[] = [];
  const keep = (changes: readonly Change[]) => {
    for (const change of changes) {
      if ('put' in change && change.put === 'next-id') found.push(change.value);
    }
  };
  const journal = await Journal.open(path, keep, () => []);
  await journal.close();
  return found;
}

async function written(count: number): Promise<void> {
  const journal = await Journal.open(
    path,
    () => undefined,
    () => [],
  );
  await Promise.all(Array.from({ length: count }, (_, n) => journal.append(row(n))));
  await journal.close();
}

describe('a journal', () => {
  it('when it is opened again, every line comes back in order', async () => {
    await written(100);
    expect(await replayed()).toEqual(Array.from({ length: 100 }, (_, n) => n));
  });

  it('when its last line is torn at any byte, only that line is gone and the next is whole', async () => {
    await written(3);
    const whole = await readFile(path);
    const last = whole.lastIndexOf(10, whole.length - 2) + 1;
    for (let size = last; size < whole.length; size += 1) {
      await writeFile(path, whole);
      await truncate(path, size);
      expect(await replayed()).toEqual([0, 1]);
      const journal = await Journal.open(
        path,
        () => undefined,
        () => [],
      );
      await journal.append(row(7));
      await journal.close();
      expect(await replayed()).toEqual([0, 1, 7]);
    }
  });

  it('when a line in the middle is changed, it is refused with its number', async () => {
    await written(3);
    const lines = (await readFile(path, 'utf8')).split('\n');
    lines[1] = (lines[1] ?? '').replace('1', '9');
    await writeFile(path, lines.join('\n'));
    await expect(replayed()).rejects.toMatchObject({
      code: 'NZ7003',
      message: expect.stringContaining('line 2'),
    });
  });

  it('when the disk refuses a line, that and all later ones fail and what was written stays', async () => {
    await written(2);
    const journal = await Journal.open(
      path,
      () => undefined,
      () => [],
    );
    await journal.close();
    await expect(journal.append(row(5))).rejects.toMatchObject({ code: 'NZ7004' });
    await expect(journal.append(row(6))).rejects.toMatchObject({ code: 'NZ7004' });
    await expect(journal.settled()).rejects.toMatchObject({ code: 'NZ7004' });
    expect(await replayed()).toEqual([0, 1]);
  });

  it('when it has grown large, it is written anew with what its rows come to', async () => {
    const line = 'x'.repeat(1 << 20);
    await written(1);
    const big = await Journal.open(
      path,
      () => undefined,
      () => row(42),
    );
    const filler = { put: 'version', value: { note: line } } as unknown as Change;
    for (let n = 0; n < 66; n += 1) await big.append([filler]);
    await big.append(row(43));
    await big.close();
    expect((await readFile(path)).length).toBeLessThan(8 << 20);
    const found = await replayed();
    expect([found[0], found.at(-1)]).toEqual([42, 43]);
  });

  it('when something else is appended behind its back, it is cut off as a torn line', async () => {
    await written(1);
    await appendFile(path, 'not a line');
    expect(await replayed()).toEqual([0]);
  });
});
