import { describe, expect, it } from '@jest/globals';
import { compareTags } from '@nx-zenodo/finalize';
import type { ChecklistItem } from '@nx-zenodo/finalize';
import { judgeTag } from '../archive/release-tag.js';
import { archiveCures } from './archive-cures.js';
import { archiveCommands, formatBackfill, releaseCommands } from './backfill.js';
import type { BackfillPlace } from './backfill.js';
import { linkFacts } from './link-facts.js';
import { releaseLinks } from './release-links.js';
import { archiveTags, releaseTags } from './release-tags.js';

const commit = '1234567890';
const names = (tags: readonly string[], rule: Partial<Parameters<typeof releaseTags>[1]>) =>
  releaseTags(
    tags.map((tag) => ({ tag, commit })),
    { tag: 'v1.0', version: 'v1.0', ignored: [], ...rule },
  ).map(({ tag, version }) => [tag, version]);

describe('the tags of a release', () => {
  it('when they are bare versions, those of packages and of other things are not among them', () => {
    expect(names(['v1.0', '1.1', 'core@1.0', 'core/v1.0', 'nightly'], {})).toEqual([
      ['v1.0', 'v1.0'],
      ['1.1', '1.1'],
    ]);
  });

  it('when they carry the name of the package, the version is what follows it', () => {
    const rule = { tag: 'survey-v1.0', version: 'v1.0' };
    expect(names(['survey-v0.9', 'survey-v1.0', 'other-v1.0', 'v1.0', 'survey-x'], rule)).toEqual([
      ['survey-v0.9', 'v0.9'],
      ['survey-v1.0', 'v1.0'],
    ]);
  });

  it('when some are no releases, they are left out', () => {
    expect(names(['v0.1', 'v0.2', 'v1.0'], { ignored: ['v0.*'] })).toEqual([['v1.0', 'v1.0']]);
  });
});

describe('the tags of an archive', () => {
  it('when some are skipped or ignored they want no record, and may have one; others are none of its own', () => {
    const listed = ['core@1.0', 'core@2.0.0-rc.1', 'core@0.1', 'v1.0'].map((tag) => ({
      tag,
      commit,
    }));
    const judge = (tag: string) =>
      judgeTag(tag, { tags: 'core@{version}', preReleases: 'skip', isSkipped: () => false });
    const tags = archiveTags(listed, judge, ['core@0.*']);
    expect(tags.map(({ tag, version, prerelease }) => [tag, version, prerelease])).toEqual([
      ['core@1.0', '1.0', false],
      ['core@2.0.0-rc.1', undefined, true],
      ['core@0.1', '0.1', true],
    ]);
    const dois = { conceptDoi: null, doi: '10.5281/zenodo.2' };
    const records = [{ ...dois, version: '2.0.0-rc.1' }];
    const drift = compareTags({ tags, records, badgeDois: [], citationFileDois: [] });
    expect(drift.backfill.map(({ tag }) => tag)).toEqual(['core@1.0']);
    expect(drift.findings.map(({ code }) => code)).toEqual(['NZ8020', 'NZ8025']);
  });

  it('when a line has a cure, it is one of the targets that an archive has', () => {
    const item = (id: string, cure: string | null): ChecklistItem => ({
      id,
      phase: 'before',
      label: id,
      state: cure === null ? 'yes' : 'no',
      detail: '',
      cure,
    });
    const items = [
      item('rehearsed', 'Run zenodo-deploy.'),
      item('orcid', 'Add'),
      item('doi', null),
    ];
    expect(archiveCures(items, "v1'").map(({ cure }) => cure)).toEqual([
      String.raw`Run zenodo-archive --tag='v1'\''', or zenodo-archive:sandbox, with exactly this tag.`,
      'Add',
      null,
    ]);
  });
});

describe('the links of a release', () => {
  it('when identifiers and texts name addresses, each is listed once, without the signs behind it', () => {
    const deposit = {
      title: 'T',
      description: '<p>See <a href="https://a.example/?x=1&amp;y=2">it</a>.</p>',
      notes: 'More at https://b.example/page (and https://b.example/page).',
      related_identifiers: [
        { identifier: '10.1234/abc', relation: 'cites' },
        { identifier: 'https://b.example/page', relation: 'cites' },
        { identifier: 'arXiv:1234.5678', relation: 'cites' },
      ],
    };
    expect(releaseLinks(deposit as unknown as Parameters<typeof releaseLinks>[0])).toEqual([
      'https://doi.org/10.1234/abc',
      'https://b.example/page',
      'https://a.example/?x=1&y=2',
    ]);
  });

  it('when some answer, the silent ones are broken; when none does, nothing is known', () => {
    expect(linkFacts(new Map())).toHaveProperty('inapplicable');
    expect(linkFacts(new Map([['a', 'unreachable'] as const]))).toHaveProperty('unknown');
    const states = new Map([
      ['a', 'answers'],
      ['b', 'broken'],
      ['c', 'unreachable'],
    ] as const);
    expect(linkFacts(states)).toEqual({ known: { checked: 3, broken: ['b', 'c'] } });
  });
});

describe('a plan of back-filling', () => {
  const drift = compareTags({
    tags: releaseTags(
      [
        { tag: "v0.9'; rm -rf .", commit },
        { tag: 'v0.8', commit },
      ],
      { tag: 'v1.0', version: 'v1.0', ignored: [] },
    ),
    records: [{ version: 'v1.0', doi: '10.5281/zenodo.2', conceptDoi: '10.5281/zenodo.1' }],
    badgeDois: [],
    citationFileDois: [],
  });
  const place: BackfillPlace = {
    project: 'survey',
    projectRoot: '.',
    receipt: 'docs/v1.0.json',
    environment: 'production',
    configured: new Set(["v0.9'; rm -rf ."]),
  };

  it('when a tag is a trap for shells, it stands quoted', () => {
    const text = formatBackfill(drift, releaseCommands(place));
    expect(text).toContain(
      String.raw`git worktree add ../survey-v0.9---rm--rf-. 'refs/tags/v0.9'\''; rm -rf .'`,
    );
    expect(text).toContain(
      String.raw`survey:zenodo-deploy:production --confirm='v0.9'\''; rm -rf .'`,
    );
  });

  it('when a tag has no configuration, the other way is named', () => {
    expect(formatBackfill(drift, releaseCommands(place))).toMatch(
      /1\. v0\.8 .*\n +It has no zenodo\.release\.json/,
    );
  });

  it('when they are archived, each is named, and nothing has to be checked out', () => {
    const archived = { project: 'rain', environment: 'sandbox' } as const;
    const text = formatBackfill(drift, archiveCommands(archived));
    expect(text).toContain(
      '     npx nx run rain:zenodo-archive --tag=v0.8 && npx nx run rain:zenodo-archive:sandbox --tag=v0.8 --confirm=v0.8\n',
    );
    expect(text).toContain(String.raw`--tag='v0.9'\''; rm -rf .'`);
    const local = archiveCommands({ ...archived, environment: 'local' });
    expect(local({ tag: 'rain@1', version: '1', commit })).toEqual([
      '     npx nx run rain:zenodo-archive --tag=rain@1',
    ]);
  });
});
