import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import archive from '../executors/zenodo-archive/executor.js';
import finalize from '../executors/zenodo-finalize/executor.js';
import status from '../executors/zenodo-status/executor.js';
import { configureRain, rainCitation, tagRain } from '../testing/rain.js';
import { openReleasePlay } from '../testing/release-play.js';
import type { ReleasePlay } from '../testing/release-play.js';
import { succeed } from '../testing/survey.js';

const config = 'zenodo.archive.json';
let play: ReleasePlay;
beforeEach(async () => {
  play = await openReleasePlay({ 'CITATION.cff': rainCitation, 'README.md': '# Rain gauges\n' });
  configureRain(play, { finalize: { readme: 'README.md', citationFile: 'CITATION.cff' } });
  tagRain(play, 'v1.0.0');
});
afterEach(() => play.close());

const saved = (version: string) =>
  JSON.parse(play.read(`docs/releases/${version}-ZENODO.json`)) as { conceptDoi: string };

describe('zenodo-finalize of an archive', () => {
  it('when it is published, badge and citation are written and committed, once; the next tag is a new version', async () => {
    await succeed(play, archive);
    const { conceptDoi } = saved('1.0.0');
    expect(await succeed(play, finalize, { config, dryRun: true })).toContain(
      `+doi: "${conceptDoi}"`,
    );
    expect(play.read('README.md')).not.toContain(conceptDoi);
    await succeed(play, finalize, { config, commit: true });
    expect(play.read('README.md')).toContain(conceptDoi);
    expect(play.git('log', '-1', '--name-only', '--format=').trim().split('\n').sort()).toEqual([
      'releases/survey/CITATION.cff',
      'releases/survey/README.md',
      'releases/survey/docs/releases/1.0.0-ZENODO.json',
    ]);
    expect(await succeed(play, finalize, { config, commit: true })).toContain('Committed already');
    const told = await succeed(play, status, { config, ignoreTags: ['x'] });
    expect(told).toMatch(/✓ The badge shows it .*✓ Zenodo's answer is committed/s);
    // What the next tag says of itself is a person's to raise, as before the first one.
    play.write('CITATION.cff', play.read('CITATION.cff').replace('"1.0.0"', '"1.1.0"'));
    tagRain(play, 'v1.1.0');
    await succeed(play, archive);
    expect(saved('1.1.0').conceptDoi).toBe(conceptDoi);
  });

  it('when an earlier receipt is named, it is that version; without any, it says so', async () => {
    expect((await play.run(finalize, { config })).output).toContain('NZ9023');
    await succeed(play, archive);
    tagRain(play, 'v1.1.0');
    const receipt = 'docs/releases/1.0.0-ZENODO.json';
    expect(await succeed(play, finalize, { config, receipt })).toMatch(/version: "?1\.0\.0"?/);
    expect(play.read('CITATION.cff')).toMatch(/version: "?1\.0\.0"?/);
  });
});
