import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openReleasePlay } from '../../testing/release-play.js';
import type { ReleasePlay } from '../../testing/release-play.js';
import { bundleSurvey, nextSurvey, survey } from '../../testing/survey.js';
import manifestDiff from './executor.js';

let play: ReleasePlay;
beforeEach(async () => {
  play = await openReleasePlay(survey);
  await bundleSurvey(play, 'v1.0');
});
afterEach(() => play.close());

describe('a comparison with another manifest', () => {
  it('when it is that of the version before, what changed is told', async () => {
    copyFileSync(
      join(play.root, 'dist/release/RELEASE_MANIFEST.json'),
      join(play.top, 'before.json'),
    );
    nextSurvey(play, 'v1.1');
    await bundleSurvey(play, 'v1.1');
    const { success, output } = await play.run(manifestDiff, { against: 'before.json' });
    expect(success).toBe(true);
    expect(output).toContain('data.csv');
    expect(output).toContain('v1.1');
  });

  it.each([
    ['nothing', () => undefined],
    ['a folder', () => play.write('../../other/a', '')],
    ['a named pipe', () => execFileSync('mkfifo', [join(play.top, 'other')])],
  ])('when %s stands in its place, that is told without waiting', async (_, put) => {
    put();
    const { success, output } = await play.run(manifestDiff, { against: 'other' });
    expect(success).toBe(false);
    expect(output).toContain('NZ9024 other');
  });
});
