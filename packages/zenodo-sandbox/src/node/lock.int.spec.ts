import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { holderOf, lockStore } from './lock.js';
import { startOf } from './process-identity.js';

let store: string;
beforeEach(async () => {
  store = await mkdtemp(join(tmpdir(), 'zenodo-lock-'));
});
afterEach(() => rm(store, { recursive: true, force: true }));

describe('the lock of a store', () => {
  it('when it is held, nobody else gets it; when it is released, the next does', async () => {
    const first = await lockStore(store);
    await first.announce('http://127.0.0.1:1');
    await expect(lockStore(store)).rejects.toMatchObject({ code: 'NZ7001' });
    expect(await holderOf(store)).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:1' });
    await first.release();
    expect(await holderOf(store)).toBeUndefined();
    await (await lockStore(store)).release();
    expect(await readdir(store)).toEqual([]);
  });

  it('when many ask at once, exactly one gets it', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => lockStore(store)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('when its holder has died, many ask at once and exactly one takes it over', async () => {
    const dead = { pid: 2 ** 22 - 1, start: 'before', host: hostname() };
    await writeFile(join(store, 'lock.7'), JSON.stringify(dead));
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => lockStore(store)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(store)).toEqual(['lock.8']);
  });

  it('when its pid was given to another process, it is taken over', async () => {
    const reused = { pid: process.pid, start: `${startOf(process.pid)}0`, host: hostname() };
    await writeFile(join(store, 'lock.1'), JSON.stringify(reused));
    await (await lockStore(store)).release();
  });

  it('when it lies on the disk of another machine, it stands', async () => {
    const remote = { pid: 1, start: '', host: `not-${hostname()}` };
    await writeFile(join(store, 'lock.1'), JSON.stringify(remote));
    await expect(lockStore(store)).rejects.toMatchObject({
      code: 'NZ7001',
      message: expect.stringContaining(`not-${hostname()}`),
    });
  });

  it('when its holder is a living process, it is held', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const pid = child.pid ?? 0;
    const holder = { pid, start: startOf(pid), host: hostname() };
    await writeFile(join(store, 'lock.1'), JSON.stringify(holder));
    await expect(lockStore(store)).rejects.toMatchObject({ code: 'NZ7001' });
    const ended = new Promise((done) => child.on('exit', done));
    child.kill('SIGKILL');
    await ended;
    await (await lockStore(store)).release();
  });
});
