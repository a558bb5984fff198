import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { verifyRelease } from '@nx-zenodo/fixity';
import { logger } from '@nx/devkit';
import { flushChanges, FsTree } from 'nx/src/generators/tree';
import generator from './generator.js';

let root = '';
const flags = { directory: '.', releaseVersion: 'v1', name: 'r', skipFormat: true };

/** As `nx g` does it: the generator on a tree, the changes to disk, then its task. */
async function generate(): Promise<string[]> {
  const tree = new FsTree(root, false);
  const task = await generator(tree, flags);
  const changes = tree.listChanges();
  flushChanges(root, changes);
  await task?.();
  return changes.map(({ path }) => path);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nx-zenodo-release-'));
  const files = {
    'nx.json': '{}',
    '.gitignore': '*.log\n',
    'README.md': '# R\n\nText.\n',
    'data/a.csv': '1\n',
    'data/run.log': 'noise\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  jest.spyOn(logger, 'info').mockImplementation(() => undefined);
  jest.spyOn(logger, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

describe('a release on disk', () => {
  it('when the files are written, the signature covers them and what git ignores stays out', async () => {
    await generate();
    const list = readFileSync(join(root, 'SHA256SUMS'), 'utf8');
    expect(list.match(/ {2}.*$/gm)).toEqual(['  README.md', '  data/a.csv']);
    const { files } = await verifyRelease({
      root,
      signature: 'SHA256SUMS',
      artifacts: ['README.md'],
    });
    expect(files).toHaveLength(2);
  });

  it('when it is run again, no file changes, not even after a frozen one was edited', async () => {
    await generate();
    const list = readFileSync(join(root, 'SHA256SUMS'), 'utf8');
    writeFileSync(join(root, 'data/a.csv'), '2\n');
    expect(await generate()).toEqual([]);
    expect(readFileSync(join(root, 'SHA256SUMS'), 'utf8')).toBe(list);
  });
});
