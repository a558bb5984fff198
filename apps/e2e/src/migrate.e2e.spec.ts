import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createFreshRepository } from './workspace/fresh-repository.js';
import type { FreshRepository } from './workspace/fresh-repository.js';
import { run } from './workspace/packages.js';
import { nxVersion } from './workspace/release-workspace.js';

// The draft before 0.1.0 had its checks at the top level.
const drafted = {
  name: 'survey',
  version: '1',
  artifacts: ['README.md'],
  checks: [{ kind: 'exists', name: 'README is there', paths: ['README.md'] }],
};

let workspace: FreshRepository;
beforeAll(async () => {
  workspace = await createFreshRepository('node_modules');
  const devDependencies = { nx: nxVersion, 'nx-zenodo': '0.1.0-alpha.0' };
  workspace.write({
    'package.json': `${JSON.stringify({ name: 'fresh', private: true, devDependencies }, null, 2)}\n`,
    'nx.json': '{ "analytics": false, "neverConnectToCloud": true }\n',
    '.gitignore': 'node_modules\n.nx\n',
    'survey/zenodo.release.json': `${JSON.stringify(drafted, null, 4)}\n`,
  });
  run('npm', ['install'], workspace.root);
  workspace.commit('On a draft of the plugin');
});

describe('nx migrate', () => {
  it('when the plugin is older, the new one is asked for and its migrations are noted', () => {
    const migrated = workspace.nx(['migrate', 'nx-zenodo@latest', '--interactive=false']);
    expect(migrated).toMatchObject({ code: 0 });
    const { devDependencies } = JSON.parse(workspace.read('package.json'));
    expect(devDependencies).toEqual({ nx: nxVersion, 'nx-zenodo': '0.1.0' });
    expect(JSON.parse(workspace.read('migrations.json')).migrations).toMatchObject([
      { package: 'nx-zenodo', name: 'checks-below-validation' },
    ]);
  });

  it('when the migrations run, the release is one of today in its own style, and only once', () => {
    run('npm', ['install'], workspace.root);
    workspace.commit('The plugin of today');
    const runMigrations = ['migrate', '--run-migrations', '--no-interactive'];
    expect(workspace.nx(runMigrations)).toMatchObject({ code: 0 });
    const { checks, ...rest } = drafted;
    expect(workspace.read('survey/zenodo.release.json')).toBe(
      `${JSON.stringify({ ...rest, validation: { checks } }, null, 4)}\n`,
    );
    workspace.commit('Migrated');
    expect(workspace.nx(runMigrations)).toMatchObject({ code: 0 });
    expect(workspace.changes()).toBe('');
    expect(existsSync(join(workspace.root, 'node_modules/nx-zenodo/migrations.json'))).toBe(true);
  });
});
