import { beforeAll, describe, expect, it } from '@jest/globals';
import { createFreshRepository } from './workspace/fresh-repository.js';
import type { FreshRepository } from './workspace/fresh-repository.js';
import { attempt, run } from './workspace/packages.js';
import {
  deployRelease,
  expectCarefulGeneration,
  expectInstalled,
  expectSecondVersion,
  expectTamperingRefused,
} from './workspace/release-story.js';
import { nxVersion } from './workspace/release-workspace.js';

const release = {
  project: 'survey',
  directory: 'survey',
  artifact: 'README.md',
  flags: [
    '--name=survey',
    '--releaseVersion=1.0.0',
    '--creators=Lovelace, Ada',
    '--license=MIT',
    '--description=Four rivers.',
  ],
};

let workspace: FreshRepository;
beforeAll(async () => {
  workspace = await createFreshRepository('node_modules');
  // What `create-nx-workspace --preset=npm` leaves behind, without the questions it asks.
  const packageJson = { name: 'fresh', private: true, devDependencies: { nx: nxVersion } };
  workspace.write({
    'package.json': `${JSON.stringify(packageJson, null, 2)}\n`,
    'nx.json':
      '{\n    // ours\n    "analytics": false,\n    "neverConnectToCloud": true,\n    "tui": { "enabled": false }\n}\n',
    '.gitignore': 'node_modules\n.nx\n',
    'survey/README.md': '# Survey\n',
  });
  run('npm', ['install'], workspace.root);
  workspace.commit('A fresh workspace');
});

describe('a workspace with package.json', () => {
  it('when `npx nx add nx-zenodo` is run, the plugin is there and nothing else is touched', () => {
    const added = attempt('npx', ['nx', 'add', 'nx-zenodo'], workspace.root);
    expect(added).toMatchObject({ code: 0 });
    expectInstalled(workspace);
    expect(workspace.read('nx.json')).toBe(
      '{\n    // ours\n    "analytics": false,\n    "neverConnectToCloud": true,\n    "tui": { "enabled": false },\n    "plugins": [\n        "nx-zenodo/plugin"\n    ]\n}\n',
    );
    expect(workspace.read('.gitignore')).toContain('.zenodo-sandbox/');
    workspace.commit('Add nx-zenodo');
    expect(workspace.nx(['g', 'nx-zenodo:init']).code).toBe(0);
    expect(workspace.changes()).toBe('');
  });

  it('when it is listed, every generator and executor is told with what it does', () => {
    const { output } = workspace.nx(['list', 'nx-zenodo']);
    for (const name of ['init', 'release', 'metadata', 'ci', 'convention']) {
      expect(output).toMatch(new RegExp(`^${name} : \\S`, 'm'));
    }
    for (const name of ['freeze-verify', 'bundle', 'zenodo-deploy', 'zenodo-drafts']) {
      expect(output).toMatch(new RegExp(`^${name} : \\S`, 'm'));
    }
  });

  it('when a release is generated, it can be looked at, published, and not be tampered with', () => {
    expectCarefulGeneration(workspace, release);
    const shown = workspace.nx(['show', 'project', 'survey', '--json']).output;
    const { targets } = JSON.parse(shown.slice(shown.indexOf('{')));
    expect(targets['zenodo-deploy'].metadata).toMatchObject({
      technologies: ['zenodo'],
      description: expect.any(String),
      help: { command: 'npx nx zenodo-deploy --help' },
    });
    const first = deployRelease(workspace, release);
    expectTamperingRefused(workspace, release);
    expectSecondVersion(workspace, release, first);
  });

  it('when workflows and metadata are generated, the second run changes nothing', () => {
    const generators = [
      ['g', 'nx-zenodo:ci', '--kinds=github,gitlab,forgejo', '--interactive=false'],
      ['g', 'nx-zenodo:metadata', 'survey', '--interactive=false'],
    ];
    workspace.commit('The second version');
    for (const args of generators) {
      const dry = workspace.nx([...args, '--dry-run']);
      expect([dry.code, workspace.changes()]).toEqual([0, '']);
      expect(workspace.nx(args)).toMatchObject({ code: 0 });
      expect(workspace.changes()).not.toBe('');
      workspace.commit(`After ${args[1]}`);
      expect(workspace.nx(args)).toMatchObject({ code: 0 });
      expect(workspace.changes()).toBe('');
    }
  });
});
