import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import freezeVerify from '../executors/freeze-verify/executor.js';
import deploy from '../executors/zenodo-deploy/executor.js';
import { openReleasePlay } from '../testing/release-play.js';
import type { ReleasePlay } from '../testing/release-play.js';
import { bundleSurvey, succeed, survey } from '../testing/survey.js';
import { outputPath, outputs } from './release-output.js';
import type { OutputName } from './release-output.js';

const declared = JSON.parse(survey['zenodo.release.json']) as object;
const freeze = { include: ['data.csv', 'NOTES.md'], git: {} };
let play: ReleasePlay;
beforeEach(async () => {
  const config = JSON.stringify({ ...declared, freeze });
  play = await openReleasePlay({ ...survey, 'zenodo.release.json': config });
  play.git('commit', '--quiet', '--allow-empty', '-m', 'Begin');
});
afterEach(() => play.close());

describe('the gate before publication', () => {
  it('when the freeze is not held in git as declared, a laxer look at the files does not open it', async () => {
    await bundleSurvey(play, 'v1.0');
    play.git('commit', '--quiet', '--allow-empty', '-m', 'Go on');
    play.git('tag', 'other');
    await succeed(play, freezeVerify, { tag: 'other' });
    const { success, output } = await play.run(deploy);
    expect(output).toContain('NZ1042');
    expect(success).toBe(false);
    expect(output).not.toContain('Deposition ID');
  });

  it('when it is, the release is published', async () => {
    await bundleSurvey(play, 'v1.0');
    expect(await succeed(play, deploy)).toContain('Deposition ID');
  });

  it('when any file of the chain is not what the files give, or is gone, nothing is sent', async () => {
    await bundleSurvey(play, 'v1.0');
    for (const name of Object.keys(outputs) as OutputName[]) {
      const path = outputPath(name);
      const text = play.read(path);
      play.write(path, `${text} `);
      const edited = await play.run(deploy);
      rmSync(join(play.root, path));
      const gone = await play.run(deploy);
      play.write(path, text);
      expect([edited.success, gone.success]).toEqual([false, false]);
      expect(edited.output).toContain(`NZ9021 ${path}`);
      expect(gone.output).toContain(`NZ9020 ${path}`);
      expect(`${edited.output}${gone.output}`).not.toMatch(/Deposition ID|Published/);
    }
    expect(await succeed(play, deploy)).toContain('Deposition ID');
  }, 60_000);

  it('when a frozen file changed after the whole chain, nothing is sent', async () => {
    await bundleSurvey(play, 'v1.0');
    play.write('data.csv', `${play.read('data.csv')}late,1\n`);
    const { success, output } = await play.run(deploy);
    expect(success).toBe(false);
    expect(output).toContain('NZ1006');
    expect(output).not.toContain('Deposition ID');
  });
});
