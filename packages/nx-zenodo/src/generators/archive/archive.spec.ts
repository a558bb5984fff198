import { describe, expect, it } from '@jest/globals';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { takeToldLines } from '../../testing/told-lines.js';
import { archiveFacts } from './archive-facts.js';
import type { ArchiveSources } from './archive-facts.js';
import generator from './generator.js';

const told = takeToldLines();

const sources = (changes: Partial<ArchiveSources> = {}): ArchiveSources => ({
  directory: '',
  schema: 's.json',
  options: { name: undefined, tags: undefined, resolver: 'deposit', conceptRecordId: undefined },
  project: undefined,
  remoteUrl: 'git@github.com:lab/rain.git',
  conceptRecordId: undefined,
  ...changes,
});

describe('what an archive is configured with', () => {
  it('when the whole repository is archived, its remote names it and every tag counts', () => {
    expect(archiveFacts(sources())).toEqual({ $schema: 's.json', name: 'rain' });
    expect(archiveFacts(sources({ project: 'gauges', remoteUrl: null })).name).toBe('gauges');
    expect(archiveFacts(sources({ remoteUrl: null })).name).toBe('repository');
  });

  it('when a package of it is archived, its folder names it and its tags are its own', () => {
    expect(archiveFacts(sources({ directory: 'packages/core' }))).toMatchObject({
      name: 'core',
      tags: 'core@{version}',
    });
  });

  it('when a record stands, the flag wins over what the files name', () => {
    const options = { ...sources().options, conceptRecordId: '10.5281/zenodo.7' };
    expect(archiveFacts(sources({ options, conceptRecordId: '8' })).zenodo).toEqual({
      conceptRecordId: '7',
    });
    expect(archiveFacts(sources({ conceptRecordId: '8' })).zenodo).toEqual({
      conceptRecordId: '8',
    });
  });
});

describe('nx g nx-zenodo:archive', () => {
  it('when it runs twice, the second run changes nothing', async () => {
    const tree = createTreeWithEmptyWorkspace();
    tree.write(
      'README.md',
      '[![DOI](https://zenodo.org/badge/123.svg)](https://zenodo.org/badge/latestdoi/123)',
    );
    await generator(tree, { name: 'rain', skipFormat: true });
    const once = tree.listChanges().map(({ path, content }) => [path, content?.toString()]);
    const config = JSON.parse(tree.read('zenodo.archive.json', 'utf-8') ?? '');
    expect(config).toEqual({
      $schema: './node_modules/nx-zenodo/schemas/zenodo.archive.schema.json',
      name: 'rain',
    });
    expect(tree.read('.gitignore', 'utf-8')).toContain('**/dist/archive/');
    expect(JSON.parse(tree.read('project.json', 'utf-8') ?? '')).toMatchObject({ name: 'rain' });
    expect(tree.read('nx.json', 'utf-8')).toContain('nx-zenodo/plugin');
    expect(told.join('\n')).toContain('still archives every GitHub release');
    await generator(tree, { name: 'rain', skipFormat: true });
    expect(tree.listChanges().map(({ path, content }) => [path, content?.toString()])).toEqual(
      once,
    );
  });
});
