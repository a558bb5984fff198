import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChecklistItem } from '@nx-zenodo/finalize';
import makeArchive from '../executors/archive/executor.js';
import archive from '../executors/zenodo-archive/executor.js';
import status from '../executors/zenodo-status/executor.js';
import { openReleasePlay } from '../testing/release-play.js';
import type { ReleasePlay } from '../testing/release-play.js';
import { configureRain, rainCitation, tagRain } from '../testing/rain.js';
import { succeed } from '../testing/survey.js';

let play: ReleasePlay;
beforeEach(async () => {
  play = await openReleasePlay({
    'CITATION.cff': rainCitation,
  });
  configureRain(play);
  tagRain(play, 'v1.0.0');
});
afterEach(() => play.close());

const config = 'zenodo.archive.json';
const published = (name: string) => succeed(play, archive, { tag: name });
const ask = (options: object = {}) => succeed(play, status, { config, ...options });
async function told(options: object = {}) {
  return JSON.parse(await ask({ json: true, ...options })) as {
    version: string;
    environment: string;
    items: readonly ChecklistItem[];
    versions: { backfill: { tag: string }[] } | null;
  };
}
const item = ({ items }: { items: readonly ChecklistItem[] }, id: string) =>
  items.find((one) => one.id === id);

describe('zenodo-status of an archive', () => {
  it('when nothing was published, it says what does not apply, reads the tag, and plans every version', async () => {
    tagRain(play, 'v0.9.0');
    play.write('CITATION.cff', 'not what stands at the tag');
    const now = await told({ offline: true });
    expect(now.environment).toBe('production');
    expect(Object.fromEntries(now.items.map(({ id, state }) => [id, state]))).toEqual({
      rehearsed: 'unknown',
      files: 'inapplicable',
      frozen: 'inapplicable',
      validation: 'inapplicable',
      metadata: 'yes',
      orcid: 'no',
      licence: 'yes',
      urls: 'unknown',
      token: 'no',
      tags: 'no',
      records: 'yes',
      'shown-dois': 'yes',
    });
    expect(item(now, 'frozen')?.detail).toBe("an archive's proof is the tree of the tag");
    expect(now.versions?.backfill.map((one) => one.tag)).toEqual(['v0.9.0', 'v1.0.0']);
  });

  it('when a tag was published here, it is rehearsed for production by digest, until the tag is another', async () => {
    await published('v1.0.0');
    const production = await told({ environment: 'production', offline: true });
    expect(item(production, 'rehearsed')).toMatchObject({
      state: 'yes',
      detail: expect.stringMatching(/^local published bundle/),
    });
    const here = await told({ offline: false });
    expect(here.environment).toBe('local');
    expect(item(here, 'downloads')).toMatchObject({ state: 'yes', detail: '3 of 3 by SHA-256' });
    expect(item(here, 'tags')).toMatchObject({ state: 'yes', detail: '1 of 1 tags' });
    expect(item(here, 'record-json')).toMatchObject({ state: 'no' });
    tagRain(play, 'v1.1.0');
    const next = await told({ environment: 'production', offline: true });
    expect(next.version).toBe('1.1.0');
    expect(item(next, 'rehearsed')?.detail).toBe('run archive --tag=v1.1.0: it is not made');
  });

  it('when releases were missed, the plan names them in version order, and following it fills the gaps', async () => {
    await published('v1.0.0');
    for (const name of ['v1.10.0', 'v1.9.0', 'v2.0.0-rc.1', 'other@3']) tagRain(play, name);
    const plan = await ask({ environment: 'local', backfill: true });
    const commands = plan.match(/(?<=npx nx run .*:zenodo-archive --tag=)\S+/g) ?? [];
    expect(commands).toEqual(['v1.9.0', 'v1.10.0']);
    for (const name of commands) await published(name);
    expect(await ask({ environment: 'local', backfill: true })).toContain(
      'Back-fill: every tag has its record.',
    );
    expect(item(await told({ environment: 'local' }), 'records')?.detail).toBe('3 records');
  });

  it('when the record is one that stood before, it is asked what is missed there', async () => {
    await published('v1.0.0');
    const { conceptRecordId } = JSON.parse(play.read('docs/releases/1.0.0-ZENODO.json'));
    play.git('clean', '--quiet', '-xdf', '--exclude=.zenodo-sandbox');
    tagRain(play, 'v1.1.0');
    configureRain(play, { zenodo: { conceptRecordId } });
    const now = await told({ environment: 'local' });
    expect(item(now, 'tags')?.detail).toBe('1 of 2 tags; not v1.1.0');
    expect(item(await told({ environment: 'local', offline: true }), 'tags')?.state).toBe(
      'unknown',
    );
    configureRain(play, { zenodo: { conceptRecordId: '4711' } });
    expect(item(await told({ environment: 'local' }), 'tags')?.state).toBe('unknown');
  });

  it('when assets and checks are declared, they are lines of their own; errors of the tag are counted', async () => {
    const checks = [{ kind: 'exists', name: 'Data', paths: ['*.csv'] }];
    configureRain(play, { assets: ['out/*.whl'], checks });
    const before = await told({ offline: true });
    expect(item(before, 'files')?.detail).toBe('missing: out/*.whl');
    expect(item(before, 'validation')?.state).toBe('unknown');
    configureRain(play, { checks: [{ ...checks[0], paths: ['releases/survey/*.csv'] }] });
    await succeed(play, makeArchive, { tag: 'v1.0.0' });
    expect(item(await told({ offline: true }), 'validation')?.detail).toBe('1/1');
    play.write('CITATION.cff', rainCitation.replace('MIT', 'My own'));
    tagRain(play, 'v3.0.0');
    expect(item(await told({ offline: true }), 'metadata')).toMatchObject({
      state: 'no',
      cure: expect.stringContaining('archive --tag=v3.0.0'),
    });
  });
});
