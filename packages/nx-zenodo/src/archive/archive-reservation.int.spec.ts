import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import archive from '../executors/zenodo-archive/executor.js';
import reserve from '../executors/zenodo-reserve/executor.js';
import { openReleasePlay } from '../testing/release-play.js';
import type { ReleasePlay } from '../testing/release-play.js';
import { configureRain, rainCitation, tagRain } from '../testing/rain.js';
import { succeed } from '../testing/survey.js';

let play: ReleasePlay;
beforeEach(async () => {
  play = await openReleasePlay({ 'CITATION.cff': rainCitation, 'README.md': '# Rain gauges\n' });
  configureRain(play, { finalize: { readme: 'README.md', citationFile: 'CITATION.cff' } });
});
afterEach(() => play.close());

const config = 'zenodo.archive.json';
const saved = (version: string, kind = 'ZENODO') =>
  JSON.parse(play.read(`docs/releases/${version}-${kind}.json`)) as Record<string, unknown>;

describe('zenodo-reserve of an archive', () => {
  it('when the tag is yet to come, its DOI is in the files before, and the archive is published with it', async () => {
    const output = await succeed(play, reserve, { config, tag: 'v1.0.0' });
    const { doi, depositionId } = saved('1.0.0', 'RESERVATION');
    expect(output).toContain(`✓ Reserved: ${String(doi)}`);
    expect(output).toContain('set the tag v1.0.0, then zenodo-archive');
    expect(play.read('CITATION.cff')).toContain(String(doi));
    expect(play.read('README.md')).toContain(String(doi));
    tagRain(play, 'v1.0.0');
    await succeed(play, archive);
    expect(saved('1.0.0')).toMatchObject({ doi, depositionId });
  });

  it('when a version stands, the next one is reserved under its concept; reserved again it is the same', async () => {
    tagRain(play, 'v1.0.0');
    await succeed(play, archive);
    await succeed(play, reserve, { config, tag: 'v1.1.0' });
    const reservation = saved('1.1.0', 'RESERVATION');
    expect(reservation['conceptDoi']).toBe(saved('1.0.0')['conceptDoi']);
    await succeed(play, reserve, { config, tag: 'v1.1.0', write: false });
    expect(saved('1.1.0', 'RESERVATION')).toEqual(reservation);
    tagRain(play, 'v1.1.0');
    await succeed(play, archive);
    expect(saved('1.1.0')['doi']).toBe(reservation['doi']);
  });

  it("when the metadata is that of Zenodo's integration, the draft is made from it, too", async () => {
    configureRain(play, { resolver: 'github-integration', repository: 'lab/rain' });
    await succeed(play, reserve, { config, tag: 'v1.0.0', write: false });
    const { doi } = saved('1.0.0', 'RESERVATION');
    tagRain(play, 'v1.0.0');
    await succeed(play, archive);
    expect(saved('1.0.0')['doi']).toBe(doi);
  });

  it('when no tag is named, or one that is never archived, nothing is reserved', async () => {
    expect((await play.run(reserve, { config })).output).toContain('NZ9040');
    const skipped = await play.run(reserve, { config, tag: 'v1.0.0-rc.1' });
    expect(skipped.output).toMatch(/NZ9042 .*1\.0\.0-rc\.1 is a pre-release/);
    expect((await play.run(reserve, { config, tag: 'nightly' })).output).toContain('NZ9042');
    const dry = await succeed(play, reserve, { config, tag: 'v1.0.0', dryRun: true });
    expect(dry).toContain('Reserve the DOI of a draft, publish nothing');
    expect(play.git('status', '--porcelain', '--untracked-files=all')).not.toContain('RESERVATION');
  });
});
