import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import freezeVerify from '../executors/freeze-verify/executor.js';
import deploy from '../executors/zenodo-deploy/executor.js';
import { openReleasePlay } from '../testing/release-play.js';
import type { ReleasePlay } from '../testing/release-play.js';
import { bundleSurvey, succeed, survey } from '../testing/survey.js';

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
});
