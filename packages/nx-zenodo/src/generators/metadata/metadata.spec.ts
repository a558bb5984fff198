import { describe, expect, it } from '@jest/globals';
import type { Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { parse } from 'yaml';
import { changesIn, takeToldLines } from '../../testing/told-lines.js';
import generator from './generator.js';

const text = (tree: Tree, path: string) => tree.read(path, 'utf-8') ?? '';
const flags = {
  directory: 'r',
  title: 'Rivers',
  releaseVersion: '1.0',
  description: 'Four rivers.',
  creators: 'Lovelace, Ada',
  license: 'MIT',
  publicationDate: '2026-02-03',
  skipFormat: true,
};
const tree = (files: Record<string, string> = {}) => {
  const made = createTreeWithEmptyWorkspace();
  for (const [path, content] of Object.entries({ 'data.csv': 'x', ...files }))
    made.write(`r/${path}`, content);
  return made;
};

takeToldLines();

describe('nx g nx-zenodo:metadata', () => {
  it('when everything is given, both files say the same', async () => {
    const made = tree();
    await generator(made, flags);
    expect(JSON.parse(text(made, 'r/zenodo.metadata.json'))).toEqual({
      metadata: {
        upload_type: 'software',
        title: 'Rivers',
        version: '1.0',
        publication_date: '2026-02-03',
        creators: [{ name: 'Lovelace, Ada' }],
        description: '<p>Four rivers.</p>',
        access_right: 'open',
        license: 'MIT',
      },
    });
    expect(parse(text(made, 'r/CITATION.cff'))).toMatchObject({
      title: 'Rivers',
      abstract: 'Four rivers.',
      authors: [{ 'family-names': 'Lovelace', 'given-names': 'Ada' }],
      version: '1.0',
    });
  });

  it('when it is run again, with or without the flags, nothing changes', async () => {
    const made = tree();
    await generator(made, flags);
    const once = changesIn(made);
    await generator(made, flags);
    await generator(made, { directory: 'r', skipFormat: true });
    expect(changesIn(made)).toEqual(once);
  });

  it('when facts are missing and nobody can be asked, it names all of them and writes nothing', async () => {
    const made = tree();
    const before = made.listChanges().length;
    const run = generator(made, { directory: 'r', title: 'x', skipFormat: true });
    await expect(run).rejects.toMatchObject({
      findings: [
        { code: 'NZ9103', place: { field: 'version' } },
        { code: 'NZ9103', place: { field: 'creators' } },
        { code: 'NZ9103', place: { field: 'description' } },
        { code: 'NZ9103', place: { field: 'license' }, severity: 'warning' },
      ],
    });
    expect(made.listChanges()).toHaveLength(before);
  });

  it('when only one file is wanted, the other is not written', async () => {
    const made = tree();
    await generator(made, { ...flags, files: ['CITATION.cff'] });
    expect(made.exists('r/CITATION.cff')).toBe(true);
    expect(made.exists('r/zenodo.metadata.json')).toBe(false);
  });

  it('when the release is configured, its version and its metadata file count', async () => {
    const made = tree({ 'zenodo.release.json': '{"version":"v9","metadata":"m.json"}' });
    await generator(made, { ...flags, releaseVersion: undefined });
    expect(JSON.parse(text(made, 'r/m.json'))).toMatchObject({ metadata: { version: 'v9' } });
  });
});
