import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChecklistItem } from '@nx-zenodo/finalize';
import deploy from '../executors/zenodo-deploy/executor.js';
import finalize from '../executors/zenodo-finalize/executor.js';
import status from '../executors/zenodo-status/executor.js';
import { openReleasePlay } from '../testing/release-play.js';
import type { ReleasePlay } from '../testing/release-play.js';
import { bundleSurvey, nextSurvey, succeed, survey } from '../testing/survey.js';

let play: ReleasePlay;
beforeEach(async () => {
  play = await openReleasePlay(survey);
});
afterEach(() => play.close());

interface Told {
  readonly environment: string;
  readonly items: readonly ChecklistItem[];
  readonly versions: { backfill: { tag: string }[]; findings: { code: string }[] } | null;
}

async function told(options: Readonly<Record<string, unknown>> = {}): Promise<Told> {
  return JSON.parse(await succeed(play, status, { json: true, ...options })) as Told;
}
const states = ({ items }: Told) => Object.fromEntries(items.map(({ id, state }) => [id, state]));
const item = ({ items }: Told, id: string) => items.find((one) => one.id === id);
const receipt = 'docs/releases/v1.0-ZENODO.json';

async function publish(version: string): Promise<void> {
  await bundleSurvey(play, version);
  await succeed(play, deploy);
}

describe('zenodo-status before publication', () => {
  it('when nothing was done yet, it asks about production and says what is missing', async () => {
    const now = await told({ offline: true });
    expect(now.environment).toBe('production');
    expect(states(now)).toEqual({
      rehearsed: 'unknown',
      files: 'no',
      frozen: 'unknown',
      validation: 'unknown',
      metadata: 'yes',
      orcid: 'yes',
      licence: 'yes',
      urls: 'unknown',
      token: 'no',
      tags: 'inapplicable',
      records: 'inapplicable',
      'shown-dois': 'inapplicable',
    });
    expect(item(now, 'files')?.detail).toBe('missing: T4_FINAL_SIGNATURE.sha256');
  });

  it('when the release was rehearsed, production is told by digest, and stale by one byte', async () => {
    await publish('v1.0');
    const rehearsed = await told({ environment: 'production', offline: true });
    expect(item(rehearsed, 'rehearsed')).toMatchObject({
      state: 'yes',
      detail: expect.stringMatching(/^local published bundle [0-9a-f]{12}…$/),
    });
    expect(item(rehearsed, 'validation')).toMatchObject({ state: 'yes', detail: '1/1' });
    expect(rehearsed.items.some(({ phase }) => phase === 'after')).toBe(false);
    play.write('data.csv', 'bird,count\nrobin,4\n');
    await bundleSurvey(play, 'v1.0-again');
    expect(
      item(await told({ environment: 'production', offline: true }), 'rehearsed'),
    ).toMatchObject({ state: 'no', detail: expect.stringContaining('this is') });
  });

  it('when a token is exported, it is told of and never shown', async () => {
    process.env['ZENODO_PRODUCTION_TOKEN'] = 'T0KEN-of-the-user';
    const text = await succeed(play, status, { environment: 'production', offline: true });
    expect(text).toMatch(
      /✓ The token is there +production: not tried; it does not tell the scopes/,
    );
    expect(text).not.toContain('T0KEN');
    expect(await succeed(play, status, { json: true, offline: true })).not.toContain('T0KEN');
  });

  it('when the metadata leads to pages, they are asked for', async () => {
    const metadata = JSON.parse(play.read('zenodo.metadata.json'));
    const link = { identifier: 'http://127.0.0.1:9/none', relation: 'isSupplementTo' };
    metadata.metadata.related_identifiers = [link];
    play.write('zenodo.metadata.json', JSON.stringify(metadata));
    // Nobody listens at the port of the discard protocol, so no page was reached at all.
    expect(item(await told({ environment: 'local' }), 'urls')).toMatchObject({
      state: 'unknown',
      detail: 'none of 1 could be reached',
    });
  });
});

describe('zenodo-status after publication', () => {
  it('when all is done, no line is open, the freeze by what stands at the tag', async () => {
    await publish('v1.0');
    expect(states(await told())).toMatchObject({ notes: 'no', badge: 'no', 'record-json': 'no' });
    await succeed(play, finalize, { commit: true });
    const now = await told({ strict: true });
    expect(now.environment).toBe('local');
    expect(item(now, 'frozen')?.detail).toBe('2 files match, at the tag NOTES.md');
    expect(item(now, 'downloads')?.detail).toBe('4 of 4 by SHA-256');
    const open = now.items.filter(({ state }) => state !== 'yes').map(({ id }) => id);
    expect(open).toEqual(['urls', 'forge-release']);
    expect(now.items.filter(({ state }) => state === 'inapplicable')).toHaveLength(2);
  });

  it('when a line is open, only --strict fails, and names it', async () => {
    await publish('v1.0');
    expect((await play.run(status)).success).toBe(true);
    expect(await play.run(status, { strict: true })).toMatchObject({
      success: false,
      output: expect.stringMatching(/NZ9030 .*notes, badge, record-json/),
    });
  });

  it('when the downloads are left out or nobody is asked, that is said and nothing is guessed', async () => {
    await publish('v1.0');
    expect(item(await told({ downloads: false }), 'downloads')).toMatchObject({
      state: 'unknown',
      detail: 'not asked for: --downloads=false',
    });
    const offline = states(await told({ offline: true }));
    expect(offline).toMatchObject({ record: 'unknown', downloads: 'unknown', doi: 'yes' });
  });

  it('when a document is no text, what it shows is not known, and the rest is told', async () => {
    await publish('v1.0');
    writeFileSync(join(play.root, 'README.md'), Buffer.from('# R\xe9union\n', 'latin1'));
    const now = await told({ offline: true });
    expect(item(now, 'badge')).toMatchObject({
      state: 'unknown',
      detail: expect.stringContaining('is not UTF-8'),
    });
    expect(states(now)).toMatchObject({ doi: 'yes', notes: 'no', 'shown-dois': 'unknown' });
  });

  it('when the receipt names a record that is gone, it says so', async () => {
    await publish('v1.0');
    play.write(receipt, play.read(receipt).replace(/"recordId": \d+/, '"recordId": 4711'));
    expect(states(await told())).toMatchObject({ record: 'no', downloads: 'unknown' });
  });
});

describe('zenodo-status over all versions', () => {
  it('when tags have no record, they are planned oldest first, unless they are no releases', async () => {
    await publish('v1.0');
    for (const tag of ['v0.10', 'v0.9', 'v2.0-rc.1', 'other@1.0', 'nightly-7'])
      play.git('tag', tag);
    const now = await told();
    expect(now.versions?.backfill.map(({ tag }) => tag)).toEqual(['v0.9', 'v0.10']);
    expect(item(now, 'tags')).toMatchObject({
      state: 'no',
      detail: '1 of 3 tags; not v0.9, v0.10',
    });
    const plan = await succeed(play, status, { backfill: true });
    expect(plan).toMatch(/1\. v0\.9 [^]*git worktree add \.\.\/survey-v0\.9 refs\/tags\/v0\.9\n/);
    expect(plan).toContain('cp releases/survey/docs/releases/v1.0-ZENODO.json ../survey-v0.9/');
    expect(plan).toContain('and not to v1.0');
    expect(states(await told({ ignoreTags: ['v0.*'] }))['tags']).toBe('yes');
    expect(await succeed(play, status, { backfill: true, ignoreTags: ['v0.*'] })).toContain(
      'Back-fill: every tag has its record.',
    );
  });

  it('when a next version is prepared, what was published before is compared and its own tag is not missed', async () => {
    await publish('v1.0');
    await succeed(play, finalize, { commit: true });
    nextSurvey(play, 'v1.1');
    await bundleSurvey(play, 'v1.1');
    const prepared = await told({ environment: 'local' });
    expect(states(prepared)).toMatchObject({ tags: 'yes', records: 'yes', 'shown-dois': 'yes' });
    expect(prepared.items.some(({ phase }) => phase === 'after')).toBe(false);
    await succeed(play, deploy);
    await succeed(play, finalize, { commit: true });
    expect(item(await told({ strict: true }), 'records')?.detail).toBe('2 records');
  });
});
