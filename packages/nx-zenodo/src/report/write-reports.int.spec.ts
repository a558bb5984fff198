import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Finding } from '@nx-zenodo/findings';
import { annotationsFor, writeReports } from './write-reports.js';

let workspaceRoot: string;
beforeEach(() => {
  workspaceRoot = mkdtempSync(join(tmpdir(), 'reports-'));
});
afterEach(() => rmSync(workspaceRoot, { recursive: true, force: true }));

const wrong: Finding = {
  code: 'NZ3012',
  severity: 'error',
  message: 'Zenodo refuses it.',
  cure: 'Correct it.',
  place: { file: 'CITATION.cff', line: 4 },
};
const places = { base: 'apps/x', config: 'zenodo.release.json' };
const read = (path: string) => JSON.parse(readFileSync(join(workspaceRoot, path), 'utf8'));

describe('reports of findings', () => {
  it('when both are asked for, both name the file from the workspace', async () => {
    const files = { sarif: 'dist/a.sarif', codeQuality: 'dist/q.json' };
    await writeReports([wrong], { workspaceRoot, ...places, ...files });
    expect(JSON.stringify(read('dist/a.sarif'))).toContain('apps/x/CITATION.cff');
    expect(read('dist/q.json')).toMatchObject([
      { location: { path: 'apps/x/CITATION.cff', lines: { begin: 4 } } },
    ]);
  });

  it('when nothing is found any more, the report of an earlier run is replaced', async () => {
    const request = { workspaceRoot, ...places, codeQuality: 'q.json' };
    await writeReports([wrong], request);
    await writeReports([], request);
    expect(read('q.json')).toEqual([]);
  });

  it('when no runner of Actions runs, nothing is annotated', () => {
    expect(annotationsFor([wrong], 'apps/x', {})).toBeNull();
    expect(annotationsFor([], 'apps/x', { GITHUB_ACTIONS: 'true' })).toBeNull();
    expect(annotationsFor([wrong], 'apps/x', { GITHUB_ACTIONS: 'true' })).toMatch(
      /^::error file=apps\/x\/CITATION\.cff,line=4,title=NZ3012::/,
    );
  });
});
