import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openReleasePlay } from '../testing/release-play.js';
import type { ReleasePlay } from '../testing/release-play.js';
import { succeed, survey } from '../testing/survey.js';
import freeze from './freeze/executor.js';
import freezeVerify from './freeze-verify/executor.js';
import { executor } from './run.js';
import preview from './zenodo-preview/executor.js';

let play: ReleasePlay;
beforeEach(async () => {
  play = await openReleasePlay(survey);
  await succeed(play, freeze);
});
afterEach(() => play.close());

describe('a file that a person names for a target to write', () => {
  it('when a source stands there, nothing is done and the source is left as it is', async () => {
    const { success, output } = await play.run(freezeVerify, { sarif: 'releases/survey/data.csv' });
    expect(success).toBe(false);
    expect(output).toMatch(/^✗ NZ9031 releases\/survey\/data.csv/);
    expect(play.read('data.csv')).toBe(survey['data.csv']);
    expect(existsSync(join(play.root, 'dist/release/verified-release.json'))).toBe(false);
  });

  it('when the preview of an earlier run stands there, the next run replaces it', async () => {
    const options = { out: 'dist/preview.html' };
    expect(await play.run(preview, options)).toMatchObject({ success: true });
    const first = readFileSync(join(play.top, options.out), 'utf8');
    play.write('data.csv', 'b');
    expect(await play.run(preview, options)).toMatchObject({ success: true });
    expect(readFileSync(join(play.top, options.out), 'utf8')).not.toBe(first);
  });
});

describe('a target that may not write', () => {
  it('when a file stands in the place of its folder, it says what to do and shows no stack', async () => {
    play.write('dist', 'a file');
    const { success, output } = await play.run(freezeVerify);
    expect(success).toBe(false);
    expect(output).toContain('NZ9028 dist/release/verified-release.json');
    expect(output).not.toContain('NZ9000');
    expect(output).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['which the system does not name', undefined],
    ['which the system names', '/somewhere/data.zip'],
  ])('when the disk is full at a file %s, that is no fault of the tool', async (_, path) => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      ...(path === undefined ? {} : { path }),
    });
    const { success, output } = await play.run(
      executor('freeze-verify', () => Promise.reject(full)),
    );
    expect(success).toBe(false);
    expect(output).toContain(
      `✗ NZ9028 ${path === undefined ? '' : `${path}: `}The file cannot be written: ENOSPC.`,
    );
    expect(output).toContain('Make room on the disk');
    expect(output).not.toMatch(/^\s+at /m);
  });

  it('when its report cannot be written, it fails and says so, beside what was found', async () => {
    const sarif = 'releases/survey/data.csv/f.sarif';
    const unwritten = await play.run(freezeVerify, { sarif });
    expect(unwritten.output).toContain(`NZ9028 ${sarif}`);
    expect(unwritten.success).toBe(false);
    rmSync(join(play.root, 'NOTES.md'));
    const { output } = await play.run(freezeVerify, { sarif });
    expect(output).toMatch(/NZ1005[^]*NZ9028/);
  });
});
