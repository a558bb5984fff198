import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSource } from './read-source.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'read-source-'));
});
afterEach(() => rm(root, { recursive: true }));

const codes = async (path: string) =>
  (await readSource(root, path)).findings.map(({ code }) => code);

describe('a metadata file', () => {
  it('when it is a regular file, its bytes are read', async () => {
    await writeFile(join(root, 'CITATION.cff'), 'title: x');
    expect((await readSource(root, 'CITATION.cff')).bytes?.toString()).toBe('title: x');
  });

  it('when a named pipe or a folder stands in its place, that is told and nobody waits', async () => {
    execFileSync('mkfifo', [join(root, 'CITATION.cff')]);
    expect(await codes('CITATION.cff')).toEqual(['NZ3001']);
    await mkdir(join(root, 'codemeta.json'));
    expect(await codes('codemeta.json')).toEqual(['NZ3001']);
  });
});
