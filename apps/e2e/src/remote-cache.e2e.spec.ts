import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attempt } from './workspace/packages.js';
import type { Outcome } from './workspace/packages.js';
import { createReleaseWorkspace } from './workspace/release-workspace.js';
import type { ReleaseWorkspace } from './workspace/release-workspace.js';
import { startRemoteCache } from './workspace/remote-cache.js';
import type { RemoteCache } from './workspace/remote-cache.js';
import { taskRun } from './workspace/task-run.js';

let workspace: ReleaseWorkspace;
let cache: RemoteCache;
const checkouts: string[] = [];
beforeAll(async () => {
  workspace = await createReleaseWorkspace();
  workspace.addRelease('shared');
  workspace.commit('A release');
  cache = await startRemoteCache();
  expect(run(checkout(), 'shared:bundle').code).toBe(0);
});
afterAll(async () => {
  await cache.close();
  for (const root of checkouts) rmSync(root, { recursive: true, force: true });
});

/** Another machine's clone of the workspace, with nothing in its own cache. */
function checkout(): string {
  const root = mkdtempSync(join(tmpdir(), 'nx-zenodo-checkout-'));
  checkouts.push(root);
  workspace.git('clone', '--quiet', '.', root);
  symlinkSync(join(workspace.root, 'node_modules'), join(root, 'node_modules'));
  return root;
}

function run(root: string, target: string, more: Record<string, string> = {}): Outcome {
  const args = ['run', target, '--output-style=static'];
  return attempt(join(root, 'node_modules/.bin/nx'), args, root, {
    ZENODO_LOCAL_PORT: String(workspace.port),
    NX_CACHE_DIRECTORY: join(root, '.nx/own-cache'),
    NX_WORKSPACE_DATA_DIRECTORY: join(root, '.nx/own-data'),
    ...cache.environment,
    ...more,
  });
}

function expectRefusal(outcome: Outcome): void {
  expect(outcome.code).not.toBe(0);
  expect(outcome.output).not.toContain('Deposition ID');
  expect(outcome.output).not.toContain('Receipt saved');
}

describe('a remote cache', () => {
  it('when another checkout has the same files, it takes every result from it, byte for byte', () => {
    const other = checkout();
    const outcome = run(other, 'shared:bundle');
    expect(Object.values(taskRun(outcome))).toEqual(Array(5).fill('remote cache'));
    const mine = checkout();
    expect(run(mine, 'shared:bundle', { NX_SKIP_REMOTE_CACHE: 'true' }).code).toBe(0);
    for (const file of ['verified-release.json', 'validation-report.json', 'bundle.json']) {
      const path = join('releases/shared/dist/release', file);
      expect(readFileSync(join(other, path))).toEqual(readFileSync(join(mine, path)));
    }
    expect(run(other, 'shared:zenodo-deploy').output).toContain('The chain of digests holds');
  });

  it('when it is down, nothing is taken for done, and without it the run goes on', () => {
    const down = { NX_SELF_HOSTED_REMOTE_CACHE_SERVER: 'http://127.0.0.1:9' };
    const root = checkout();
    expectRefusal(run(root, 'shared:zenodo-deploy', down));
    const skipped = run(root, 'shared:bundle', { ...down, NX_SKIP_REMOTE_CACHE: 'true' });
    expect(skipped.code).toBe(0);
    expect(Object.values(taskRun(skipped))).toEqual(Array(5).fill('ran'));
  });

  it('when the token is wrong, nothing is taken for done', () => {
    const wrong = { NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: 'another' };
    expectRefusal(run(checkout(), 'shared:zenodo-deploy', wrong));
  });

  it.each(['html', 'truncated', 'noise', 'swapped'] as const)(
    'when it answers with what is no result (%s), nothing is published',
    async (conduct) => {
      await cache.behave(conduct);
      try {
        expectRefusal(run(checkout(), 'shared:zenodo-deploy'));
      } finally {
        await cache.behave('sound');
      }
    },
  );

  it.each([
    ['bundle.json', 'T4_CLOSURE_BRIEF.md"', 'T4_CLOSURE.md"'],
    ['validation-report.json', '"detail": "', '"detail": "very good, '],
    ['verified-release.json', '"size": ', '"size": 1'],
  ])('when it holds a forged %s, deploy names it and sends nothing', (file, from, to) => {
    expect(cache.forge(file, from, to)).toBe(1);
    const outcome = run(checkout(), 'shared:zenodo-deploy');
    expectRefusal(outcome);
    expect(outcome.output).toContain(`NZ9021 dist/release/${file}`);
    expect(taskRun(outcome)).toMatchObject({ 'freeze-verify': 'remote cache' });
    expect(cache.forge(file, to, from)).toBe(1);
  });
});
