import { describe, expect, it } from '@jest/globals';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import fc from 'fast-check';
import { parseReleaseConfig } from '../../release-config/parse.js';
import migration from './migration.js';
import { withRenamedKeys } from './renamed-keys.js';

const checks = [{ kind: 'exists', name: 'there', paths: ['a.md'] }];
const old = JSON.stringify(
  { name: 'x', version: 'v1', recordId: '7', checks, artifacts: ['a.md'] },
  null,
  4,
);

describe('the migration of zenodo.release.json', () => {
  it('when the keys have their old names, the result is a configuration of today', () => {
    const text = withRenamedKeys(old);
    expect(JSON.parse(text)).toEqual({
      name: 'x',
      version: 'v1',
      artifacts: ['a.md'],
      validation: { checks },
      zenodo: { recordId: '7' },
    });
    expect(parseReleaseConfig(text, '/r', 'zenodo.release.json').findings).toEqual([]);
    expect(text).toContain('\n    "artifacts"');
  });

  it('when it runs again, nothing changes', () => {
    const once = withRenamedKeys(old);
    expect(withRenamedKeys(once)).toBe(once);
  });

  it('when the new place is taken, both are left for a person', () => {
    const text = JSON.stringify({ checks: [], validation: { checks } });
    expect(withRenamedKeys(text)).toBe(text);
  });

  it('when the workspace has several releases, each is brought over and nothing else is touched', () => {
    const tree = createTreeWithEmptyWorkspace();
    tree.write('a/zenodo.release.json', old);
    tree.write('zenodo.release.json', withRenamedKeys(old));
    tree.write('b/other.release.json', old);
    migration(tree);
    expect(tree.read('a/zenodo.release.json', 'utf-8')).toBe(withRenamedKeys(old));
    expect(tree.read('b/other.release.json', 'utf-8')).toBe(old);
  });

  it('whatever the text is, it is left alone or brought over whole', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const once = withRenamedKeys(text);
        expect(withRenamedKeys(once)).toBe(once);
      }),
    );
  });
});
