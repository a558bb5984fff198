import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hiddenFiles } from './hidden-files.js';

let root = '';
const git = (...args: string[]) => execFileSync('git', args, { cwd: root });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hidden-files-'));
  git('init', '--quiet');
  mkdirSync(join(root, 'a/real'), { recursive: true });
  writeFileSync(join(root, '.gitignore'), '*.bin\n');
  writeFileSync(join(root, 'a/.gitignore'), 'out/\n!kept.bin\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const hidden = (...paths: string[]) => [...(hiddenFiles(root, [paths])[0] ?? ['unknown'])].sort();

describe('the files that Nx does not see', () => {
  it('when git ignores them anywhere, they are told, whether they exist or not', () => {
    expect(hidden('a/x.bin', 'a/kept.bin', 'a/out/deep/y', 'a/z', 'ä.bin')).toEqual([
      'a/out/deep/y',
      'a/x.bin',
      'ä.bin',
    ]);
  });

  it('when one is tracked although it is ignored, Nx does not see it all the same', () => {
    writeFileSync(join(root, 'a/x.bin'), 'x');
    git('add', '--force', 'a/x.bin');
    expect(hidden('a/x.bin')).toEqual(['a/x.bin']);
  });

  it('when .nxignore or Nx itself leaves them out, they are told too', () => {
    writeFileSync(join(root, '.nxignore'), 'raw\n');
    expect(hidden('a/raw/x', 'a/x', 'node_modules/x/y')).toEqual(['a/raw/x', 'node_modules/x/y']);
  });

  it('when one group lies beyond a link, it alone is unknown', () => {
    symlinkSync('real', join(root, 'a/link'));
    expect(hiddenFiles(root, [['a/link/x'], ['a/x.bin'], []])).toEqual([
      null,
      new Set(['a/x.bin']),
      new Set(),
    ]);
  });

  it('when there is no repository, they are unknown', () => {
    rmSync(join(root, '.git'), { recursive: true });
    expect(hiddenFiles(root, [['a/x'], ['a/y']])).toEqual([null, null]);
  });
});
