import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseReleaseConfig } from '../release-config/parse.js';
import type { ReleaseConfig } from '../release-config/release-config.js';
import { checkFreeze } from './check-freeze.js';

let root = '';
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
const codes = async (config: ReleaseConfig, options = {}) =>
  (await checkFreeze(config, options)).findings.map(({ code }) => code);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'check-freeze-'));
  const digest = createHash('sha256').update('one\n').digest('hex');
  writeFileSync(join(root, 'a.txt'), 'one\n');
  writeFileSync(join(root, 'SUMS'), `${digest}  a.txt\n`);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.email', 'spec@example.org');
  git('config', 'user.name', 'Spec');
  git('add', '-A');
  git('commit', '--quiet', '-m', 'Freeze');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function config(freeze?: object): ReleaseConfig {
  const written = {
    name: 'sample',
    version: 'v1',
    signature: 'SUMS',
    artifacts: ['a.txt'],
    validation: { checks: [{ kind: 'exists', name: 'there', paths: ['a.txt'] }] },
    ...(freeze === undefined ? {} : { freeze: { include: ['a.txt'], ...freeze } }),
  };
  const parsed = parseReleaseConfig(JSON.stringify(written), root, 'zenodo.release.json');
  if (parsed.config === null) throw new Error(JSON.stringify(parsed.findings));
  return parsed.config;
}

describe('a freeze', () => {
  it('when git is not declared, the bytes alone are held', async () => {
    expect(await checkFreeze(config(), {})).toMatchObject({
      findings: [],
      release: expect.anything(),
    });
  });

  it('when a tag is asked for and git is not declared, it refuses', async () => {
    await expect(checkFreeze(config(), { tag: 'v1' })).rejects.toMatchObject({ code: 'NZ9002' });
  });

  it('when git is declared and the tag is missing, the release is not proved', async () => {
    const outcome = await checkFreeze(config({ git: {} }), {});
    expect(outcome.release).toBeNull();
    expect(outcome.findings).toHaveLength(1);
  });

  it('when the tag stands at HEAD, the release is proved; a later commit is drift unless allowed', async () => {
    git('tag', 'v1');
    expect(await codes(config({ git: {} }))).toEqual([]);
    writeFileSync(join(root, 'notes.md'), 'x\n');
    git('add', '-A');
    git('commit', '--quiet', '-m', 'Later');
    expect(await codes(config({ git: {} }))).toHaveLength(1);
    expect(await codes(config({ git: { mode: 'allow-listed', allowed: ['*.md'] } }))).toEqual([]);
  });
});
