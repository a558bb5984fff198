import { afterEach, describe, expect, it } from '@jest/globals';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { line, releaseFolder } from '../../testing/release-folder.js';
import type { ReleaseFolder } from '../../testing/release-folder.js';
import { watchFreeze } from './watch-freeze.js';

let folder: ReleaseFolder;
afterEach(() => folder.dispose());

const frozen = () =>
  releaseFolder({ 'd/e/a': '1', b: '2', 'S.sha256': line('d/e/a', '1') + line('b', '2') });
const request = () => ({ root: folder.root, signature: 'S.sha256', artifacts: ['b'] });

describe('a guarded freeze', () => {
  it('when files change, vanish with their folder and come back, it tells each as it happens', async () => {
    folder = await frozen();
    const stop = new AbortController();
    const guard = watchFreeze(request(), { signal: stop.signal });
    const next = async () => (await guard.next()).value;
    expect(await next()).toEqual({ kind: 'watching', files: 2, folders: 3 });

    await folder.write('b', 'other');
    expect(await next()).toMatchObject({ kind: 'drift', findings: [{ code: 'NZ1006' }] });
    await folder.write('b', '2');
    expect(await next()).toMatchObject({ kind: 'restored', findings: [{ code: 'NZ1006' }] });

    await rename(join(folder.root, 'd'), join(folder.root, 'gone'));
    expect(await next()).toMatchObject({ kind: 'drift', findings: [{ code: 'NZ1005' }] });
    await rename(join(folder.root, 'gone'), join(folder.root, 'd'));
    expect(await next()).toMatchObject({ kind: 'restored' });
    await folder.write('d/e/a', 'x');
    expect(await next()).toMatchObject({ kind: 'drift', findings: [{ code: 'NZ1006' }] });

    await rm(join(folder.root, 'd'), { recursive: true });
    expect(await next()).toMatchObject({ kind: 'drift', findings: [{ code: 'NZ1005' }] });
    expect(await next()).toMatchObject({ kind: 'restored', findings: [{ code: 'NZ1006' }] });
    await folder.write('d/e/a', '1');
    expect(await next()).toMatchObject({ kind: 'restored', findings: [{ code: 'NZ1005' }] });
    await folder.write('d/e/a', 'y');
    expect(await next()).toMatchObject({ kind: 'drift', findings: [{ code: 'NZ1006' }] });
    await folder.write('d/e/a', '1');
    expect(await next()).toMatchObject({ kind: 'restored' });

    await folder.write('S.sha256', '');
    expect(await next()).toMatchObject({ kind: 'drift', findings: [{ code: 'NZ1003' }, {}] });
    stop.abort();
    await guard.return();
  });

  it('when it is asked for once, it ends with the first drift', async () => {
    folder = await frozen();
    const seen: string[] = [];
    for await (const event of watchFreeze(request(), { once: true })) {
      seen.push(event.kind);
      if (event.kind === 'watching') await folder.write('b', 'other');
    }
    expect(seen).toEqual(['watching', 'drift']);
  });

  it('when the signal comes while it waits, it ends', async () => {
    folder = await frozen();
    const stop = new AbortController();
    const seen: string[] = [];
    for await (const { kind } of watchFreeze(request(), { signal: stop.signal })) {
      seen.push(kind);
      setImmediate(() => stop.abort());
    }
    expect(seen).toEqual(['watching']);
  });
});
