import { describe, expect, it } from '@jest/globals';
import type { Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { parse } from 'yaml';
import { changesIn, takeToldLines } from '../../testing/told-lines.js';
import generator from './generator.js';
import { releaseTags } from './release-tags.js';

const told = takeToldLines();
const every = {
  kinds: ['github', 'gitlab', 'forgejo'] as ('github' | 'gitlab' | 'forgejo')[],
  skipFormat: true,
};
const paths = [
  '.github/workflows/zenodo.yml',
  '.gitlab/zenodo.gitlab-ci.yml',
  '.forgejo/workflows/zenodo.yml',
];
const text = (tree: Tree, path: string) => tree.read(path, 'utf-8') ?? '';

function workspace(...names: string[]): Tree {
  const tree = createTreeWithEmptyWorkspace();
  for (const name of names) {
    tree.write(`apps/${name}/project.json`, JSON.stringify({ name }));
    tree.write(`apps/${name}/zenodo.release.json`, '{"version":"1.2","tag":"rivers@1.2"}');
  }
  return tree;
}

describe('the tags of a release', () => {
  it.each([
    ['v1.0', 'v1.0', { tags: 'v*', tagPrefix: '' }],
    ['1.0', 'v1.0', { tags: 'v*', tagPrefix: 'v' }],
    ['1.0', '1.0', { tags: '*.*', tagPrefix: '' }],
    ['1.2', 'rivers@1.2', { tags: 'rivers@*', tagPrefix: 'rivers@' }],
    ['final', 'release-7', { tags: 'release-*', tagPrefix: '' }],
  ])('when version %s has the tag %s, they are %j', (version, tag, expected) => {
    expect(releaseTags(version, tag)).toEqual(expected);
  });
});

describe('nx g nx-zenodo:ci', () => {
  it('when three systems are wanted, each gets a workflow that deploys the project', async () => {
    const tree = workspace('rivers');
    await generator(tree, every);
    for (const path of paths) {
      expect(parse(text(tree, path))).toBeInstanceOf(Object);
      expect(text(tree, path)).toContain('rivers:zenodo-deploy:production');
    }
    expect(text(tree, '.gitlab-ci.yml')).toBe(`include:\n  - local: ${paths[1]}\n`);
  });

  it('when it is run twice, the second run changes nothing', async () => {
    const tree = workspace('rivers');
    await generator(tree, every);
    const once = changesIn(tree);
    await generator(tree, every);
    expect(changesIn(tree)).toEqual(once);
  });

  it('when somebody changed a workflow, it is only replaced on request', async () => {
    const tree = workspace('rivers');
    tree.write('.github/workflows/zenodo.yml', 'name: mine\n');
    const run = generator(tree, { skipFormat: true });
    await expect(run).rejects.toMatchObject({ findings: [{ code: 'NZ9120' }] });
    expect(text(tree, '.github/workflows/zenodo.yml')).toBe('name: mine\n');
    await generator(tree, { overwrite: true, skipFormat: true });
    expect(text(tree, '.github/workflows/zenodo.yml')).toContain('rivers:zenodo-deploy');
  });

  it('when GitLab has a pipeline already, it is left alone and the line to add is told', async () => {
    const tree = workspace('rivers');
    tree.write('.gitlab-ci.yml', 'test:\n  script: make\n');
    await generator(tree, { kinds: ['gitlab'], skipFormat: true });
    expect(text(tree, '.gitlab-ci.yml')).toBe('test:\n  script: make\n');
    expect(told.join('\n')).toContain('NZ9122');
  });

  it('when a project archives the repository, its tags do, and a release beside it comes first', async () => {
    const tree = workspace();
    tree.write('core/project.json', '{"name":"core"}');
    tree.write('core/zenodo.archive.json', '{"name":"core","tags":"core@{version}"}');
    await generator(tree, { skipFormat: true });
    const workflow = text(tree, '.github/workflows/zenodo.yml');
    expect(workflow).toContain(
      'core:zenodo-archive:production --confirm="${GITHUB_REF_NAME#core@}"',
    );
    expect(parse(workflow).on.push.tags[0]).toBe('core@*');
    tree.write('core/zenodo.release.json', '{"version":"v1"}');
    await generator(tree, { overwrite: true, skipFormat: true });
    expect(text(tree, '.github/workflows/zenodo.yml')).toContain('core:zenodo-deploy:production');
  });

  it('when the workspace has no package.json, the wrapper of Nx is called', async () => {
    const tree = workspace('rivers');
    tree.delete('package.json');
    await generator(tree, { skipFormat: true });
    expect(text(tree, '.github/workflows/zenodo.yml')).toContain('./nx run rivers');
  });

  it.each([
    [[], undefined, 'no project has one'],
    [['a', 'b'], undefined, 'a, b'],
    [['a'], 'c', '"c" has neither zenodo.release.json nor zenodo.archive.json'],
  ])(
    'when the releases are %j and %s is wanted, it asks which',
    async (names, project, message) => {
      const run = generator(workspace(...names), { project, skipFormat: true });
      await expect(run).rejects.toMatchObject({
        findings: [{ code: 'NZ9121', message: expect.stringContaining(message) }],
      });
    },
  );
});
