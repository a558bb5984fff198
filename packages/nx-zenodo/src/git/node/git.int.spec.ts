import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isCommitted, readAtTag, readRemoteUrl, readRepositoryPath } from './git.js';

let top: string;
let folder: string;
const git = (...args: string[]) => execFileSync('git', args, { cwd: top, stdio: 'pipe' });
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'plugin-git-'));
  folder = join(top, 'releases/a b');
  mkdirSync(folder, { recursive: true });
  git('init', '--quiet');
  git('config', 'user.name', 'A');
  git('config', 'user.email', 'a@example.org');
  git('remote', 'add', 'origin', 'https://forge.example/ada/demo.git');
  writeFileSync(join(folder, 'a.txt'), 'first');
  git('add', '.');
  git('commit', '--quiet', '-m', 'one');
  git('tag', 'v1');
});
afterEach(() => rmSync(top, { recursive: true }));

async function textAt(tag: string, path: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of readAtTag(folder, tag, path)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe('what the plugin asks git', () => {
  it('when a release lies in a folder of its repository, its place and the remote are known', async () => {
    expect(await readRepositoryPath(folder)).toBe('releases/a b');
    expect(await readRepositoryPath(top)).toBe('.');
    expect(await readRemoteUrl(folder)).toBe('https://forge.example/ada/demo.git');
    expect(await readRemoteUrl(folder, 'upstream')).toBeNull();
  });

  it('when a file changed after its tag, the bytes at the tag are read all the same', async () => {
    writeFileSync(join(folder, 'a.txt'), 'second');
    expect(await textAt('v1', 'a.txt')).toBe('first');
    await expect(textAt('v1', 'b.txt')).rejects.toThrow('git has no');
    await expect(textAt('v2', 'a.txt')).rejects.toThrow('git has no');
  });

  it('when a file is new, changed or committed, the three are told apart', async () => {
    expect(await isCommitted(folder, 'a.txt')).toBe(true);
    writeFileSync(join(folder, 'a.txt'), 'second');
    writeFileSync(join(folder, 'new.txt'), 'new');
    expect(await isCommitted(folder, 'a.txt')).toBe(false);
    expect(await isCommitted(folder, 'new.txt')).toBe(false);
  });

  it('when there is no repository, nothing is known', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'plugin-no-git-'));
    expect(await isCommitted(outside, 'a.txt')).toBeNull();
    expect(await readRepositoryPath(outside)).toBeNull();
    rmSync(outside, { recursive: true });
  });
});
