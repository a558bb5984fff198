import { describe, expect, it } from '@jest/globals';
import type { Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { parseReleaseConfig } from '../../release-config/parse.js';
import { chooseArtifacts } from './artifacts.js';
import { chooseFrozen } from './frozen-files.js';
import { changesIn, takeToldLines } from '../../testing/told-lines.js';
import generator from './generator.js';

const told = takeToldLines();
const text = (tree: Tree, path: string) => tree.read(path, 'utf-8') ?? '';
const json = (tree: Tree, path: string) => JSON.parse(text(tree, path)) as Record<string, unknown>;

function rivers(): Tree {
  const tree = createTreeWithEmptyWorkspace();
  tree.write('apps/rivers/README.md', '# Rivers\n\nFour rivers, hourly.\n');
  tree.write('apps/rivers/LICENSE', 'Attribution 4.0 International\n');
  tree.write('apps/rivers/data/2025.csv', '1\n');
  tree.write('apps/rivers/docs/method.md', 'x\n');
  return tree;
}
const flags = {
  directory: 'apps/rivers',
  releaseVersion: 'v1.0.0',
  creators: 'Lovelace, Ada (0000-0002-1825-0097)',
  skipFormat: true,
};

describe('nx g nx-zenodo:release', () => {
  it('when the folder says enough, the release can be read by every target', async () => {
    const tree = rivers();
    await generator(tree, flags);
    const { config, findings } = parseReleaseConfig(
      text(tree, 'apps/rivers/zenodo.release.json'),
      '/r',
      'zenodo.release.json',
    );
    expect(findings).toEqual([]);
    expect(config).toMatchObject({
      name: 'rivers',
      version: 'v1.0.0',
      signature: 'SHA256SUMS',
      freeze: {
        include: ['LICENSE', 'README.md', 'data/**', 'docs/**'],
        exclude: ['docs/releases/*-ZENODO.json'],
      },
      artifacts: ['LICENSE', 'README.md'],
    });
    expect(json(tree, 'apps/rivers/zenodo.metadata.json')).toMatchObject({
      metadata: {
        upload_type: 'software',
        title: 'Rivers',
        version: 'v1.0.0',
        creators: [{ name: 'Lovelace, Ada', orcid: '0000-0002-1825-0097' }],
        description: '<p>Four rivers, hourly.</p>',
        license: 'CC-BY-4.0',
      },
    });
    expect(json(tree, 'apps/rivers/project.json')).toEqual({
      name: 'rivers',
      $schema: '../../node_modules/nx/schemas/project-schema.json',
    });
    expect(text(tree, 'nx.json')).toContain('nx-zenodo/plugin');
  });

  it('when it is run twice, the second run changes nothing', async () => {
    const tree = rivers();
    await generator(tree, flags);
    const once = changesIn(tree);
    await generator(tree, { directory: 'rivers', skipFormat: true });
    expect(changesIn(tree)).toEqual(once);
  });

  it('when what was chosen is printed, every glob and every file is in it', async () => {
    await generator(rivers(), flags);
    const lines = told.join('\n');
    for (const said of ['+ data/**', '+ README.md', '- docs/releases/*-ZENODO.json', 'LICENSE'])
      expect(lines).toContain(said);
    expect(lines).toContain('title            Rivers  (README.md)');
  });

  it('when a person edited the configuration, the edits and the formatting stay', async () => {
    const tree = rivers();
    await generator(tree, flags);
    const edited =
      '{\n    "name": "Mine",\n    "version": "v1.0.0",\n\n    "artifacts": ["data/2025.csv"],\n    "signature": "S.sha256",\n    "validation": { "checks": [{ "kind": "exists", "name": "x", "paths": ["README.md"] }] }\n}\n';
    tree.write('apps/rivers/zenodo.release.json', edited);
    await generator(tree, { directory: 'apps/rivers', skipFormat: true });
    expect(text(tree, 'apps/rivers/zenodo.release.json')).toBe(edited);
    await generator(tree, { directory: 'apps/rivers', releaseVersion: 'v2', skipFormat: true });
    expect(text(tree, 'apps/rivers/zenodo.release.json')).toBe(edited.replace('v1.0.0', 'v2'));
    expect(json(tree, 'apps/rivers/zenodo.metadata.json')).toMatchObject({
      metadata: { version: 'v2', title: 'Rivers' },
    });
  });

  it('when the signature stands, it is not signed over', async () => {
    const tree = rivers();
    expect(await generator(tree, flags)).toBeInstanceOf(Function);
    tree.write('apps/rivers/SHA256SUMS', `${'0'.repeat(64)}  README.md\n`);
    expect(await generator(tree, flags)).toBeUndefined();
    expect(told.join('\n')).toContain('SHA256SUMS stands as it is');
  });

  it('when facts are missing, each is a finding and is left out of the file', async () => {
    const tree = createTreeWithEmptyWorkspace();
    tree.write('thing/NOTICE', 'x');
    await generator(tree, { directory: 'thing', releaseVersion: '1', skipFormat: true });
    const { metadata } = json(tree, 'thing/zenodo.metadata.json');
    expect(metadata).not.toHaveProperty('description');
    const lines = told.join('\n');
    expect(lines).toContain('NZ9103 zenodo.metadata.json (description)');
    expect(lines).toContain('NZ9103 zenodo.metadata.json (license)');
  });

  it('when no version is known, nothing is written', async () => {
    const tree = rivers();
    const before = changesIn(tree);
    const run = generator(tree, { directory: 'apps/rivers', skipFormat: true });
    await expect(run).rejects.toMatchObject({ findings: [{ code: 'NZ9103', severity: 'error' }] });
    expect(changesIn(tree).filter(([path]) => String(path).includes('zenodo'))).toEqual([]);
    expect(before.length).toBeGreaterThan(0);
  });

  it.each(['../outside', '/etc', 'C:/x', 'apps/none', 'apps/rivers/README.md'])(
    'when the folder is %j, it is refused',
    async (directory) => {
      const run = generator(rivers(), { ...flags, directory });
      await expect(run).rejects.toMatchObject({ findings: [{ code: 'NZ9102' }] });
    },
  );

  it('when flags cannot be used, all of them are named at once', async () => {
    const run = generator(rivers(), {
      ...flags,
      creators: 'A, B (0000-0002-1825-0098)',
      license: 'my own',
    });
    await expect(run).rejects.toMatchObject({
      findings: [
        { code: 'NZ9101', place: { field: 'creators' } },
        { code: 'NZ9101', place: { field: 'license' } },
      ],
    });
  });

  it('when another project has the name, the folder tells them apart', async () => {
    const tree = rivers();
    tree.write('libs/rivers/project.json', '{"name":"rivers"}');
    await generator(tree, flags);
    expect(json(tree, 'apps/rivers/project.json')['name']).toBe('apps-rivers');
  });

  it('when the workspace is one release without package.json, it is the root', async () => {
    const tree = createTreeWithEmptyWorkspace();
    tree.delete('package.json');
    tree.write('README.md', '# All\n');
    await generator(tree, { directory: '.', releaseVersion: '1', name: 'all', skipFormat: true });
    expect(json(tree, 'project.json')).toEqual({
      name: 'all',
      $schema: './.nx/installation/node_modules/nx/schemas/project-schema.json',
    });
    expect(json(tree, 'zenodo.release.json')).toMatchObject({
      $schema: './.nx/installation/node_modules/nx-zenodo/schemas/zenodo.release.schema.json',
      artifacts: ['README.md'],
    });
  });
});

describe('what is frozen', () => {
  it('when builds and ignored files lie between, they stay out', () => {
    expect(
      chooseFrozen(
        [
          '.github/x.yml',
          'README.md',
          'S',
          'dist/a.js',
          'src/a.py',
          'src/b/c.py',
          'zenodo.release.json',
        ],
        ['src/__pycache__/', 'src/b/secret.env', 'src/b/.cache/', 'src/b/made/'],
        'S',
      ),
    ).toEqual({
      include: ['README.md', 'src/**'],
      exclude: ['**/__pycache__/**', 'src/b/secret.env', '**/.cache/**', 'src/b/made/**'],
    });
  });

  it('when a name holds glob characters, it stands for itself', () => {
    expect(chooseFrozen(['a[1].md', 'b(2)/x'], [], 'S').include).toEqual(['a?1?.md', 'b?2?/**']);
  });
});

describe('what is uploaded', () => {
  const files = [
    'CITATION.cff',
    'README.md',
    'a/x.csv',
    'b/x.csv',
    'paper.pdf',
    'src.py',
    'zenodo.release.json',
  ];

  it('when nothing is named, documents and ready-made files of the top level are taken', () => {
    expect(chooseArtifacts(files, undefined, 'v1').artifacts).toEqual([
      'CITATION.cff',
      'README.md',
      'paper.pdf',
    ]);
  });

  it('when a glob reaches two files of one name, both are named', () => {
    expect(chooseArtifacts(files, ['**/*.csv'], 'v1').findings).toMatchObject([
      { code: 'NZ9106', message: expect.stringContaining('a/x.csv and b/x.csv') },
    ]);
  });

  it.each([[['none.md']], [['zenodo.release.json']]])(
    'when %j is named, it says it is nothing',
    (named) => {
      expect(chooseArtifacts(files, named, 'v1').findings).toMatchObject([{ code: 'NZ9106' }]);
    },
  );

  it('when there are too many, it says how many', () => {
    const many = Array.from({ length: 99 }, (_, at) => `f${at}.pdf`);
    expect(chooseArtifacts(many, undefined, 'v1').findings).toMatchObject([
      { message: expect.stringContaining('99 files') },
    ]);
  });
});
