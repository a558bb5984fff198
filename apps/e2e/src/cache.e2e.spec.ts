import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createReleaseWorkspace } from './workspace/release-workspace.js';
import type { ReleaseWorkspace } from './workspace/release-workspace.js';
import { taskRun } from './workspace/task-run.js';

let workspace: ReleaseWorkspace;
beforeAll(async () => {
  workspace = await createReleaseWorkspace();
});

const chain = ['freeze-verify', 'validate', 'manifest', 'metadata', 'bundle'];
const all = (source: string) => Object.fromEntries(chain.map((target) => [target, source]));
const run = (target: string, environment = {}) =>
  workspace.nx(['run', target, '--output-style=static'], environment);
const tasks = (target: string, environment = {}) => {
  const outcome = run(target, environment);
  expect(outcome).toMatchObject({ code: 0 });
  return taskRun(outcome);
};

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function editConfig(folder: string, change: (config: Record<string, object>) => object): void {
  edit(join(folder, 'zenodo.release.json'), (text) => JSON.stringify(change(JSON.parse(text))));
}

/** Digests of all files that the chain wrote, by path. */
function written(folder: string): Record<string, string> {
  const root = join(folder, 'dist/release');
  const files = readdirSync(root, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => {
        const bytes = readFileSync(join(parentPath, name));
        return [join(parentPath, name), createHash('sha256').update(bytes).digest('hex')];
      }),
  );
}

describe('what a cached result rests on', () => {
  it('when a file changes, what reads it runs again, and nothing else', () => {
    const folder = workspace.addRelease('exact');
    expect(tasks('exact:bundle')).toEqual(all('ran'));
    writeFileSync(join(folder, 'notes.txt'), 'read by nobody\n');
    expect(tasks('exact:bundle')).toEqual(all('cache'));

    edit(join(folder, 'zenodo.metadata.json'), (text) => text.replace('(exact)', '(exactly)'));
    const resolved = { ...all('cache'), metadata: 'ran', bundle: 'ran' };
    expect(tasks('exact:bundle')).toEqual(resolved);

    appendFileSync(join(folder, 'docs/T4_CLOSURE_BRIEF.md'), 'an artifact that no check reads\n');
    expect(run('exact:freeze').code).toBe(0);
    expect(tasks('exact:bundle')).toEqual({ ...all('ran'), validate: 'cache' });

    appendFileSync(join(folder, 'manifests/.ledger/benchmarks.ndjson'), '\n');
    expect(run('exact:freeze').code).toBe(0);
    expect(tasks('exact:validate')).toEqual({ validate: 'ran' });
  });

  it('when the plugin is updated, every result is made anew', () => {
    workspace.addRelease('updated');
    expect(tasks('updated:bundle')).toEqual(all('ran'));
    const version = join(workspace.root, 'node_modules/nx-zenodo/dist/plugin-version.js');
    const installed = readFileSync(version, 'utf8');
    edit(version, (text) => text.replace(/pluginVersion = '.*'/, "pluginVersion = '99.0.0'"));
    try {
      expect(tasks('updated:bundle')).toEqual(all('ran'));
    } finally {
      writeFileSync(version, installed);
    }
    expect(tasks('updated:bundle')).toEqual(all('cache'));
  });

  it('when outputs are restored, they are what was written, byte for byte', () => {
    const folder = workspace.addRelease('restored');
    expect(tasks('restored:bundle')).toEqual(all('ran'));
    const before = written(folder);
    expect(Object.keys(before).length).toBeGreaterThan(chain.length);
    rmSync(join(folder, 'dist'), { recursive: true });
    expect(tasks('restored:bundle')).toEqual(all('cache'));
    expect(written(folder)).toEqual(before);
  });
});

describe('a frozen file that git ignores', () => {
  it.each([
    ['one', 1, 'cache'],
    ['very many', 60, 'ran'],
  ])('when there is %s and it is tampered with, no cached verdict stands', (_few, count, again) => {
    const project = `ignored-${count}`;
    const folder = workspace.addRelease(project);
    const names = Array.from({ length: count }, (_, at) => `raw/${at}.bin`);
    appendFileSync(join(workspace.root, '.gitignore'), `/releases/${project}/raw\n`);
    mkdirSync(join(folder, 'raw'));
    for (const name of names) writeFileSync(join(folder, name), name);
    editConfig(folder, (config) => ({
      ...config,
      freeze: { include: ['docs/**/*.{md,json}', 'raw/*.bin'] },
    }));
    expect(run(`${project}:freeze`).code).toBe(0);
    expect(tasks(`${project}:freeze-verify`)).toEqual({ 'freeze-verify': 'ran' });
    expect(tasks(`${project}:freeze-verify`)).toEqual({ 'freeze-verify': again });
    writeFileSync(join(folder, names[0] ?? ''), 'tampered');
    const tampered = run(`${project}:freeze-verify`);
    expect(tampered.output).toContain('NZ1006 raw/0.bin');
    expect(tampered.code).not.toBe(0);
  });
});

describe('a signature in shards', () => {
  it('when it is verified, every shard is a task, and a changed file fails its shard alone', () => {
    const folder = workspace.addRelease('sharded');
    editConfig(folder, (config) => ({ ...config, freeze: { ...config['freeze'], shards: 3 } }));
    const shards = [1, 2, 3].map((index) => `freeze-verify-shard-${index}`);
    const same = (source: string) =>
      Object.fromEntries([...shards, 'freeze-verify'].map((target) => [target, source]));
    expect(tasks('sharded:freeze-verify')).toEqual(same('ran'));
    expect(tasks('sharded:freeze-verify')).toEqual(same('cache'));
    const deployed = run('sharded:zenodo-deploy');
    expect(deployed.output).toMatch(/^DOI: 10\.5072\/zenodo\.\d+$/m);
    appendFileSync(join(folder, 'docs/T4_CLOSURE_BRIEF.md'), 'x');
    const tampered = run('sharded:freeze-verify');
    expect(tampered.output.match(/✗ NZ1006/g)).toHaveLength(1);
    expect(taskRun(tampered)).not.toHaveProperty('freeze-verify');
    expect(tampered.code).not.toBe(0);
  });
});

describe('a poisoned or stale cache', () => {
  const poisons = [
    ['verified-release.json', '"size": ', '"size": 1'],
    ['validation-report.json', '"detail": "', '"detail": "very good, '],
    ['RELEASE_MANIFEST.json', '"detail":"', '"detail":"very good, '],
    ['release-metadata.json', 'Dominguez', 'Somebody'],
    ['bundle.json', 'T4_CLOSURE_BRIEF.md"', 'T4_CLOSURE.md"'],
  ] as const;

  it('when any file in it is edited, it is restored, and deploy names it and sends nothing', () => {
    const folder = workspace.addRelease('poisoned');
    const cache = join(workspace.root, '.nx/poisoned');
    const places = { NX_CACHE_DIRECTORY: cache, NX_WORKSPACE_DATA_DIRECTORY: `${cache}-data` };
    expect(tasks('poisoned:bundle', places)).toEqual(all('ran'));
    const names = readdirSync(cache, { recursive: true, encoding: 'utf8' });
    for (const [file, from, to] of poisons) {
      const cached = join(cache, names.find((name) => name.endsWith(`/${file}`)) ?? '');
      const sound = readFileSync(cached, 'utf8');
      expect(sound).toContain(from);
      writeFileSync(cached, sound.replace(from, to));
      rmSync(join(folder, 'dist'), { recursive: true });
      const deployed = run('poisoned:zenodo-deploy', places);
      expect(deployed.output).toContain(`NZ9021 dist/release/${file}`);
      expect(deployed.output).not.toContain('Deposition ID');
      expect(deployed.code).not.toBe(0);
      writeFileSync(cached, sound);
    }
  });

  it('when a check that is a command would fail now, its cached verdict does not stand in for it', () => {
    const folder = workspace.addRelease('stale');
    appendFileSync(join(workspace.root, '.gitignore'), 'releases/stale/flag\n');
    writeFileSync(join(folder, 'flag'), '');
    const check = { kind: 'command', name: 'The flag is up', argv: ['test', '-f', 'flag'] };
    editConfig(folder, (config) => ({ ...config, validation: { checks: [check] } }));
    expect(tasks('stale:bundle')).toEqual(all('ran'));
    rmSync(join(folder, 'flag'));
    const deployed = run('stale:zenodo-deploy');
    expect(taskRun(deployed)).toMatchObject(all('cache'));
    expect(deployed.output).toContain('NZ2216');
    expect(deployed.output).not.toContain('Deposition ID');
    expect(deployed.code).not.toBe(0);
  });
});
