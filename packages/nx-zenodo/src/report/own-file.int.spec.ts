import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { formatCodeQuality, formatSarif } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';
import { sarifTool } from '../plugin-version.js';
import { writeOwnFile } from './own-file.js';
import type { OwnFileKind } from './own-file.js';

let workspaceRoot: string;
beforeEach(() => {
  workspaceRoot = mkdtempSync(join(tmpdir(), 'own-file-'));
});
afterEach(() => rmSync(workspaceRoot, { recursive: true }));

const finding: Finding = {
  code: 'NZ3012',
  severity: 'error',
  message: 'Zenodo refuses "this".',
  cure: 'Correct it.',
};
const ownTexts: readonly (readonly [OwnFileKind, string])[] = [
  ['sarif', formatSarif([finding], { ...sarifTool, version: '0.0.1' })],
  ['sarif', formatSarif([], sarifTool)],
  ['codeQuality', formatCodeQuality([finding], 'project.json')],
  ['codeQuality', formatCodeQuality([], 'project.json')],
];
const write = (kind: OwnFileKind, path = 'out') =>
  writeOwnFile({ kind, workspaceRoot, path }, 'new');
const put = (text: string, path = 'out') => writeFileSync(join(workspaceRoot, path), text);
const read = (path = 'out') => readFileSync(join(workspaceRoot, path), 'utf8');
const refusal = { code: 'NZ9031' };

describe('a file that a person names for a target to write', () => {
  it.each(ownTexts)(
    'when the %s of an earlier run stands there, it is replaced',
    async (kind, text) => {
      put(text);
      await write(kind);
      expect(read()).toBe('new');
    },
  );

  it.each(['sarif', 'codeQuality', 'preview'] as const)(
    'when nothing or an empty file stands there, the %s is written',
    async (kind) => {
      await write(kind, 'dist/new/out');
      put('');
      await write(kind);
      expect([read('dist/new/out'), read()]).toEqual(['new', 'new']);
    },
  );

  it.each([
    ['a source', 'export const a = 1;\n'],
    ['a list of data', '[1, 2]\n'],
    ['a report of another tool', formatSarif([], { ...sarifTool, name: 'other' })],
    ['a page of somebody else', '<!doctype html><title>x</title>'],
  ])('when %s stands there, it is refused and left as it is', async (_, text) => {
    for (const kind of ['sarif', 'codeQuality', 'preview'] as const) {
      put(text);
      await expect(write(kind)).rejects.toMatchObject(refusal);
      expect(read()).toBe(text);
    }
  });

  it('when the report of one kind stands where another belongs, it is refused', async () => {
    put(formatSarif([], sarifTool));
    await expect(write('codeQuality')).rejects.toMatchObject(refusal);
  });

  it('when a link leads to a source, it is refused and the source is left as it is', async () => {
    put('a source', 'source.ts');
    symlinkSync('source.ts', join(workspaceRoot, 'out'));
    await expect(write('sarif')).rejects.toMatchObject(refusal);
    expect(read('source.ts')).toBe('a source');
  });

  it('when a named pipe stands there, it is refused without waiting', async () => {
    execFileSync('mkfifo', [join(workspaceRoot, 'out')]);
    await expect(write('sarif')).rejects.toMatchObject(refusal);
  });

  it.each(['../out', 'dist/../../out', '/out'])(
    'when the path is %s, outside the workspace, it is refused',
    async (path) => {
      await expect(write('sarif', path)).rejects.toMatchObject(refusal);
      expect(existsSync(join(workspaceRoot, 'out'))).toBe(false);
    },
  );
});
