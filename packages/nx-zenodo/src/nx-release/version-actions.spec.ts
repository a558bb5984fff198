import { describe, expect, it } from '@jest/globals';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import fc from 'fast-check';
import ReleaseVersionActions from './version-actions.js';
import { currentVersion, withVersion } from './version-label.js';

type Constructed = ConstructorParameters<typeof ReleaseVersionActions>;
const actions = (root: string) =>
  new ReleaseVersionActions(
    {} as Constructed[0],
    { name: 'r', type: 'app', data: { root } },
    {} as Constructed[2],
  );
const config = '{\n\t// ours\n\t"name": "x",\n\t"version": "v1.2.0"\n}\n';

describe('the version that nx release works with', () => {
  it.each([
    ['v1.2.0', '1.2.0'],
    ['0.3.0-rc.1', '0.3.0-rc.1'],
  ])('when the label is %s, it counts on from %s', (label, expected) => {
    expect(currentVersion(JSON.stringify({ version: label }), 'f')).toBe(expected);
  });

  it.each(['v0.02-final', '1', '2026-11', ''])('when the label is %j, it says why not', (label) => {
    const read = () => currentVersion(JSON.stringify({ version: label }), 'r/zenodo.release.json');
    expect(read).toThrow(
      expect.objectContaining({
        findings: [
          expect.objectContaining({
            code: 'NZ9130',
            place: { file: 'r/zenodo.release.json', field: 'version' },
          }),
        ],
      }),
    );
  });

  it('whatever version is next, it is what is read afterwards', () => {
    const part = fc.nat({ max: 999 });
    fc.assert(
      fc.property(part, part, part, fc.constantFrom('', 'v'), (a, b, c, prefix) => {
        const version = `${a}.${b}.${c}`;
        const before = { config: JSON.stringify({ version: `${prefix}0.0.0` }), metadata: null };
        const after = withVersion(before, version);
        expect(currentVersion(after.config, 'f')).toBe(version);
        expect(JSON.parse(after.config)).toEqual({ version: `${prefix}${version}` });
      }),
    );
  });

  it('when the tag is the version, it follows; a tag of its own stays', () => {
    const texts = (tag: string) => ({
      config: JSON.stringify({ version: '1.0.0', tag }),
      metadata: null,
    });
    expect(JSON.parse(withVersion(texts('1.0.0'), '1.1.0').config).tag).toBe('1.1.0');
    expect(JSON.parse(withVersion(texts('mine'), '1.1.0').config).tag).toBe('mine');
  });
});

describe('nx release version', () => {
  it.each([
    [
      '{"metadata":{"title":"T","version":"v1.2.0"}}',
      '{"metadata":{"title":"T","version":"v1.3.0"}}',
    ],
    ['{"title":"T","version":"v1.2.0"}', '{"title":"T","version":"v1.3.0"}'],
  ])(
    'when the metadata is %s, both files say the new version and nothing else',
    async (before, after) => {
      const tree = createTreeWithEmptyWorkspace();
      tree.write('r/zenodo.release.json', config);
      tree.write('r/zenodo.metadata.json', before);
      const release = actions('r');
      expect(await release.readCurrentVersionFromSourceManifest(tree)).toEqual({
        currentVersion: '1.2.0',
        manifestPath: 'r/zenodo.release.json',
      });
      const [told] = await release.updateProjectVersion(tree, '1.3.0');
      expect(told).toContain('r/zenodo.release.json and r/zenodo.metadata.json');
      expect(tree.read('r/zenodo.release.json', 'utf-8')).toBe(config.replace('1.2.0', '1.3.0'));
      expect(tree.read('r/zenodo.metadata.json', 'utf-8')).toBe(after);
    },
  );

  it('when there is no metadata file, none is made', async () => {
    const tree = createTreeWithEmptyWorkspace();
    tree.write('zenodo.release.json', config);
    await actions('.').updateProjectVersion(tree, '2.0.0');
    expect(tree.exists('zenodo.metadata.json')).toBe(false);
    expect(tree.read('zenodo.release.json', 'utf-8')).toContain('"v2.0.0"');
  });
});
