import { describe, expect, it } from '@jest/globals';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { PluginError } from '../../plugin-error.js';
import { changesIn, takeToldLines } from '../../testing/told-lines.js';
import generator from './generator.js';
import { withIgnoredFolders } from './ignored-lines.js';
import { withPlugin } from './plugin-entry.js';

takeToldLines();

describe('the plugin in nx.json', () => {
  it('when there is no list of plugins, one is made and the rest stays as it is', () => {
    const text = '{\n    // ours\n    "analytics": false\n}\n';
    expect(withPlugin(text)).toBe(
      '{\n    // ours\n    "analytics": false,\n    "plugins": [\n        "nx-zenodo/plugin"\n    ]\n}\n',
    );
  });

  it('when other plugins are there, it is added behind them, with their line ends', () => {
    const text = '{\r\n\t"plugins": [\r\n\t\t"a/plugin"\r\n\t]\r\n}\r\n';
    expect(withPlugin(text)).toBe(
      '{\r\n\t"plugins": [\r\n\t\t"a/plugin",\r\n\t\t"nx-zenodo/plugin"\r\n\t]\r\n}\r\n',
    );
  });

  it.each([
    '{"plugins":["nx-zenodo/plugin"]}',
    '{ "plugins": [{ "plugin": "nx-zenodo/plugin", "options": {} }] }',
  ])('when it is there as %j, nothing changes', (text) => {
    expect(withPlugin(text)).toBe(text);
  });

  it.each(['', '[]', '{"plugins": [}'])('when nx.json is %j, it is not touched', (text) => {
    expect(() => withPlugin(text)).toThrow(PluginError);
  });
});

describe('the folders that git ignores', () => {
  it.each([
    ['', '.zenodo-sandbox/\n**/dist/release/\n'],
    ['node_modules', 'node_modules\n.zenodo-sandbox/\n**/dist/release/\n'],
    ['dist\r\n', 'dist\r\n.zenodo-sandbox/\r\n'],
    ['/dist/\n.zenodo-sandbox\n', '/dist/\n.zenodo-sandbox\n**/dist/release/\n'],
  ])('when .gitignore is %j, it becomes %j', (before, after) => {
    expect(withIgnoredFolders(before, 'releases')).toBe(after);
    expect(withIgnoredFolders(after, 'releases')).toBe(after);
  });
});

describe('nx g nx-zenodo:init', () => {
  it('when it is run twice, the second run changes nothing', async () => {
    const tree = createTreeWithEmptyWorkspace();
    await generator(tree, { skipFormat: true });
    const once = changesIn(tree);
    await generator(tree, { skipFormat: true });
    expect(changesIn(tree)).toEqual(once);
    expect(tree.read('nx.json', 'utf-8')).toContain('nx-zenodo/plugin');
  });

  it('when the repository never saw Nx in a package.json, nothing of JavaScript is added', async () => {
    const tree = createTreeWithEmptyWorkspace();
    tree.delete('package.json');
    tree.write('nx.json', '{\n  "installation": {\n    "version": "23.2.1"\n  }\n}\n');
    await generator(tree, { skipFormat: true });
    expect(tree.exists('package.json')).toBe(false);
    expect(JSON.parse(tree.read('nx.json', 'utf-8') ?? '')).toEqual({
      installation: { version: '23.2.1' },
      plugins: ['nx-zenodo/plugin'],
    });
  });

  it('when an option is misspelt, it says which', async () => {
    const run = generator(createTreeWithEmptyWorkspace(), { skipformat: true } as object);
    await expect(run).rejects.toMatchObject({
      findings: [{ code: 'NZ9101', place: { field: 'skipformat' } }],
    });
  });
});
