import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { doiIn } from './workspace/release-story.js';
import { createReleaseWorkspace } from './workspace/release-workspace.js';
import type { ReleaseWorkspace } from './workspace/release-workspace.js';

const describing = [
  '--creators=Lovelace, Ada',
  '--license=MIT',
  '--description=Four rivers.',
  '--interactive=false',
];

let workspace: ReleaseWorkspace;
beforeAll(async () => {
  workspace = await createReleaseWorkspace();
  const nxJson = JSON.parse(workspace.read('nx.json'));
  workspace.write({
    'nx.json': JSON.stringify({
      ...nxJson,
      release: {
        projects: ['survey'],
        version: { versionActions: 'nx-zenodo/version-actions', conventionalCommits: true },
        changelog: { workspaceChangelog: false },
        releaseTag: { pattern: 'v{version}' },
      },
    }),
    'survey/README.md': '# Survey\n',
  });
  const release = ['g', 'nx-zenodo:release', 'survey', '--name=survey', '--releaseVersion=v1.0.0'];
  expect(workspace.nx([...release, ...describing])).toMatchObject({ code: 0 });
  const project = JSON.parse(workspace.read('survey/project.json'));
  const measure = { command: 'echo measured by $NX_TASK_TARGET_PROJECT' };
  workspace.write({
    'survey/project.json': JSON.stringify({
      ...project,
      targets: {
        ...project.targets,
        measure,
        'zenodo-deploy': { dependsOn: ['measure', 'bundle'] },
      },
    }),
  });
  workspace.commit('feat: first measurements');
});

const receipts = () =>
  readdirSync(join(workspace.root, 'survey/docs/releases')).filter((file) =>
    file.endsWith('-ZENODO.json'),
  );

describe('nx release', () => {
  it('when it is only tried, it plans the deposition and publishes nothing', () => {
    const tried = workspace.nx(['release', 'publish', '--first-release', '--dry-run']);
    expect(tried).toMatchObject({ code: 0 });
    expect(tried.output).toContain('Plan:');
    expect(doiIn(tried)).toBeUndefined();
    expect(workspace.changes()).not.toContain('ZENODO.json');
  });

  it('when the first release is published, the deploy of nx-zenodo does it', () => {
    const published = workspace.nx(['release', 'publish', '--first-release', '--tag=latest']);
    expect(published).toMatchObject({ code: 0 });
    expect(published.output).toMatch(/measured by[^]*All checks passed[^]*Published/);
    expect(doiIn(published)).toMatch(/^10\.5072\/zenodo\.\d+$/);
    expect(receipts()).toEqual(['v1.0.0-ZENODO.json']);
    workspace.commit('chore: receipt');
    workspace.git('tag', 'v1.0.0');
  });

  it('when a commit says feat, the next version is a minor one, in both files, and is published', () => {
    workspace.write({ 'survey/README.md': '# Survey\n\nA fifth river.\n' });
    // The signature of v1.0.0 is committed at its tag, and is replaced on purpose only.
    expect(workspace.nx(['run', 'survey:freeze']).output).toContain('NZ1031');
    expect(workspace.nx(['run', 'survey:freeze', '--overwrite']).code).toBe(0);
    workspace.commit('feat: a fifth river');
    const released = workspace.nx(['release', '--yes']);
    expect(released).toMatchObject({ code: 0 });
    expect(doiIn(released)).toMatch(/^10\.5072\/zenodo\.\d+$/);
    expect(JSON.parse(workspace.read('survey/zenodo.release.json')).version).toBe('v1.1.0');
    expect(JSON.parse(workspace.read('survey/zenodo.metadata.json')).metadata.version).toBe(
      'v1.1.0',
    );
    expect(workspace.git('tag', '--list').split('\n')).toContain('v1.1.0');
    expect(receipts()).toEqual(['v1.0.0-ZENODO.json', 'v1.1.0-ZENODO.json']);
    workspace.commit('chore: receipt');
  });

  it('when a frozen file was changed, nothing is published, and a check that ends later cannot hide it', () => {
    workspace.write({ 'survey/README.md': '# Survey\n\nSomething else.\n' });
    const config = JSON.parse(workspace.read('survey/zenodo.release.json'));
    const slow = {
      kind: 'command',
      name: 'Takes its time',
      argv: ['node', '-e', 'setTimeout(() => {}, 2000)'],
    };
    workspace.write({
      'survey/zenodo.release.json': JSON.stringify({ ...config, validation: { checks: [slow] } }),
    });
    const refused = workspace.nx(['release', 'publish']);
    expect(refused).toMatchObject({ code: 1, output: expect.stringMatching(/NZ1006/) });
    expect(doiIn(refused)).toBeUndefined();
    workspace.git('checkout', '--quiet', 'survey');
  });

  it('when version plans are used, the plan decides the version', () => {
    const { release, ...nxJson } = JSON.parse(workspace.read('nx.json'));
    const version = { versionActions: 'nx-zenodo/version-actions' };
    workspace.write({
      'nx.json': JSON.stringify({
        ...nxJson,
        release: { ...release, version, versionPlans: true },
      }),
      '.nx/version-plans/plan.md': '---\nsurvey: major\n---\n\nAnother instrument.\n',
    });
    workspace.git('add', '--force', '.nx/version-plans/plan.md');
    workspace.commit('chore: plan');
    const versioned = workspace.nx(['release', 'version', '--git-commit=false', '--git-tag=false']);
    expect(versioned).toMatchObject({ code: 0 });
    expect(JSON.parse(workspace.read('survey/zenodo.release.json')).version).toBe('v2.0.0');
  });
});
