import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import deploy from '../executors/zenodo-deploy/executor.js';
import { openReleasePlay } from '../testing/release-play.js';
import type { ReleasePlay } from '../testing/release-play.js';
import { bundleSurvey, succeed, survey } from '../testing/survey.js';

let play: ReleasePlay;
beforeEach(async () => {
  play = await openReleasePlay(survey);
});
afterEach(() => play.close());

describe('zenodo-deploy', () => {
  it('when the receipt cannot be saved, it says what is published, and the next run saves it', async () => {
    await bundleSurvey(play, 'v1.0');
    play.write('docs', 'a file where the folder belongs\n');
    const { success, output } = await play.run(deploy);
    expect(success).toBe(false);
    const doi = /Published: (\S+)/.exec(output)?.[1] ?? 'none';
    expect(output).toContain('NZ9029');
    expect(output).not.toContain('NZ9000');
    expect(output).toContain(`(${doi}) is published, and its receipt could not be saved`);
    rmSync(join(play.root, 'docs'));
    expect(await succeed(play, deploy)).toContain(`Published already: ${doi}`);
    expect(JSON.parse(play.read('docs/releases/v1.0-ZENODO.json'))).toMatchObject({ doi });
  });

  it('when a dry run finds that the deposit would be refused, it fails with the cure', async () => {
    const config = JSON.parse(play.read('zenodo.release.json'));
    const zenodo = { conceptRecordId: '4711' };
    play.write('zenodo.release.json', JSON.stringify({ ...config, zenodo }));
    await bundleSurvey(play, 'v1.0');
    const { success, output } = await play.run(deploy, { dryRun: true });
    expect(success).toBe(false);
    expect(output).toMatch(/NZ6003 [^]*cure: /);
  });
});
