import { afterEach, describe, expect, it } from '@jest/globals';
import { line, releaseFolder } from '../../testing/release-folder.js';
import type { ReleaseFolder } from '../../testing/release-folder.js';
import { HashJobBuilder } from './hash-job.js';
import { HashThreads } from './hash-files.js';

let folder: ReleaseFolder;
afterEach(() => folder.dispose());

describe('hashing with several threads', () => {
  it('when threads share a job, every row is hashed once, with the right digest', async () => {
    const names = Array.from({ length: 300 }, (_, at) => `d${at % 7}/f${at}`);
    folder = await releaseFolder(Object.fromEntries(names.map((name) => [name, name])));
    const builder = new HashJobBuilder(folder.root, names.length, 10_000);
    for (const name of names) builder.add(name);
    const job = builder.build();
    const threads = new HashThreads(3);
    threads.start();
    expect(await threads.hash(job)).toEqual({ problems: [], movedFolders: [] });
    await threads.close();
    const digests = Buffer.from(job.sha256.buffer).toString('hex');
    expect(digests).toBe(names.map((name) => line(name, name).slice(0, 64)).join(''));
  });

  it('when other threads hash all rows, this one only waits for them', async () => {
    folder = await releaseFolder({ a: '1' });
    const builder = new HashJobBuilder(folder.root, 2, 100);
    builder.add('a');
    builder.add('missing');
    const job = builder.build();
    const threads = new HashThreads(2);
    threads.start();
    await threads.hash(job);
    // The cursor is behind the last row: what is asked again has nothing left to do.
    expect(await threads.hash(job)).toEqual({ problems: [], movedFolders: [] });
    expect([...job.status]).toEqual([1, 2]);
    await threads.close();
  });
});
