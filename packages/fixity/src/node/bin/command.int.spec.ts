import { afterEach, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tagAll } from '../../testing/git-folder.js';
import { line, releaseFolder } from '../../testing/release-folder.js';
import type { ReleaseFolder } from '../../testing/release-folder.js';
import { runCommand } from './command.js';

let folder: ReleaseFolder;
afterEach(() => folder.dispose());

const stop = new AbortController();

async function run(...args: string[]) {
  let out = '';
  let err = '';
  const status = await runCommand(args, {
    cwd: folder.root,
    signal: stop.signal,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  });
  return { status, out, err };
}

describe('nx-zenodo-fixity', () => {
  it('when it freezes and verifies, it says what it did in one line each', async () => {
    folder = await releaseFolder({ 'd/a': '1' });
    expect(await run('freeze', 'S.sha256', '--include', '**/*')).toMatchObject({
      status: 0,
      out: expect.stringMatching(
        /^\+ "d\/a"\n✓ "S.sha256" lists 1 file \(1 added, .*its sha256 is [0-9a-f]{64}\.\n$/,
      ),
    });
    expect(await readFile(join(folder.root, 'S.sha256'), 'utf8')).toBe(line('d/a', '1'));
    expect(await run('verify', 'S.sha256', '--artifact', 'd/a')).toEqual({
      status: 0,
      out: '✓ 1 file, 1 byte: all as signed in "S.sha256".\n',
      err: '',
    });
  });

  it('when something changed, it tells it as text, JSON or SARIF and fails', async () => {
    folder = await releaseFolder({ a: '2', 'S.sha256': line('a', '1') });
    const text = await run('verify', 'S.sha256');
    expect(text.status).toBe(1);
    expect(text.out).toContain('✗ NZ1006 a: "a" has changed since it was signed');
    const json = await run('verify', 'S.sha256', '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      schemaVersion: 1,
      passed: false,
      findings: [{ code: 'NZ1006', place: { file: 'a' } }],
    });
    const sarif = await run('verify', 'S.sha256', '--sarif');
    expect(JSON.parse(sarif.out).runs[0].results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'a' },
    });
  });

  it('when a tag is named, git is asked too', async () => {
    folder = await releaseFolder({ a: '1', 'S.sha256': line('a', '1') });
    tagAll(folder.root);
    expect(await run('verify', 'S.sha256', '--tag', 'v1')).toMatchObject({ status: 0 });
    expect(await run('verify', 'S.sha256', '--tag', 'v2', '--json')).toMatchObject({
      status: 1,
      out: expect.stringContaining('NZ1041'),
    });
    await folder.write('a', '2');
    const refused = await run('freeze', 'S.sha256', '--include', 'a', '--tag', 'v1');
    expect(refused).toMatchObject({ status: 1, out: expect.stringContaining('NZ1031') });
  });

  it('when it guards once, it ends with the first drift', async () => {
    folder = await releaseFolder({ a: '2', 'S.sha256': line('a', '1') });
    const { status, out } = await run('guard', 'S.sha256', '--once', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ kind: 'drift', findings: [{ code: 'NZ1006' }] });
  });

  it.each([
    [['thaw', 'S'], 'There is no command "thaw".'],
    [['toString', 'S'], 'There is no command "toString".'],
    [['verify'], 'Name exactly one signature.'],
    [['verify', 'S', '--json', '--sarif'], 'Ask for --json or for --sarif.'],
    [['verify', 'S', '--sha1'], "Unknown option '--sha1'"],
  ])('when it is called as %j, it says what it did not understand', async (args, message) => {
    folder = await releaseFolder();
    const { status, out, err } = await run(...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err.startsWith(message)).toBe(true);
  });

  it('when it is asked, it tells its usage and version', async () => {
    folder = await releaseFolder();
    expect((await run()).out).toMatch(/^Usage: nx-zenodo-fixity /);
    expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
