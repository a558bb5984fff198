import { describe, expect, it } from '@jest/globals';
import type { GithubRelease } from './github-release.js';
import { resolveGithubRelease } from './resolve-github.js';

const release: GithubRelease = {
  fullName: 'lab/tool',
  tag: 'v2.0',
  releaseName: 'Second',
  bodyHtml: '<p>News.</p>\n',
  repositoryDescription: 'A tool',
  publishedAt: '2026-03-01T12:00:00Z',
  detectedLicense: null,
  contributors: [
    { login: 'bot', type: 'Bot', contributions: 99 },
    { login: 'second', type: 'User', contributions: 1 },
    { login: 'first', name: 'Ada L', company: 'Lab', type: 'User', contributions: 5 },
  ],
  owner: { name: 'Lab' },
  processingDate: '2026-03-05',
};

const json = (value: unknown) => ({
  zenodoJson: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
});
const cff = (text: string) => ({ citationCff: Buffer.from(text) });
const named = { title: 'A title', creators: [{ name: 'Doe, Jane' }], license: 'MIT' };
const published = (files: object, changes: Partial<GithubRelease> = {}) => {
  const outcome = resolveGithubRelease({ ...release, ...changes }, files);
  if (!outcome.accepted) throw new Error(JSON.stringify(outcome));
  return outcome.published;
};
const failure = (files: object, changes: Partial<GithubRelease> = {}) => {
  const outcome = resolveGithubRelease({ ...release, ...changes }, files);
  if (outcome.accepted) throw new Error('accepted');
  const { stage, cause } = outcome;
  return `${stage} ${cause}`;
};

describe('a release without metadata files', () => {
  it('when nothing else is known, people, tag and date come from GitHub', () => {
    expect(published({})).toMatchObject({
      title: 'lab/tool: Second',
      description: '<p>News.</p>',
      publication_date: '2026-03-01',
      version: 'v2.0',
      creators: [
        { person_or_org: { family_name: 'Ada L', name: 'Ada L' }, affiliations: [{ name: 'Lab' }] },
        { person_or_org: { family_name: 'second' } },
      ],
      related_identifiers: [{ identifier: 'https://github.com/lab/tool/tree/v2.0' }],
      rights: [{ id: 'cc-by-4.0' }],
    });
  });

  it('when nobody contributed, the owner is the creator, then nobody known', () => {
    expect(published({}, { contributors: [] }).creators).toMatchObject([
      { person_or_org: { name: 'Lab' } },
    ]);
    expect(published({}, { contributors: [], owner: null }).creators).toMatchObject([
      { person_or_org: { name: 'Unknown' } },
    ]);
  });

  it.each([
    ['GPL-3.0', 'gpl-3.0-only'],
    ['NOASSERTION', 'cc-by-4.0'],
  ])('when GitHub detected %s, it is published as %s', (detectedLicense, id) => {
    expect(published({}, { detectedLicense }).rights).toEqual([{ id }]);
  });

  it('when GitHub detected what Zenodo does not know, the draft fails', () => {
    expect(failure({}, { detectedLicense: 'Foo-1.0' })).toBe('create-draft unknown-vocabulary-id');
  });
});

describe('a release with .zenodo.json', () => {
  it('when a field is stated, it replaces the default as a whole, and the date becomes today’s', () => {
    const metadata = published({
      ...json({ ...named, related_identifiers: [] }),
      ...cff('title: Hidden'),
    });
    expect(metadata).toMatchObject({
      title: 'A title',
      publication_date: '2026-03-05',
      version: 'v2.0',
    });
    expect(metadata.related_identifiers).toEqual([]);
  });

  it('when access, communities or a DOI are stated, they are thrown away', () => {
    const stated = {
      ...named,
      access_right: 'restricted',
      communities: [{ identifier: 'x' }],
      doi: '10.1/x',
    };
    expect(published(json(stated))).toEqual(published(json(named)));
  });

  it.each<[unknown, string]>([
    ['{"title": "a",}', 'load json-syntax'],
    ['null', 'load exception:AttributeError'],
    [{ ...named, license: 'MIT License' }, 'load schema'],
    [{ ...named, creators: ['Doe, Jane'] }, 'load exception:AttributeError'],
    [{ ...named, grants: [{}] }, 'load exception:KeyError'],
    [{ ...named, upload_type: 'Software' }, 'create-draft unknown-vocabulary-id'],
    [{ ...named, language: 'xx' }, 'publish record-validation'],
    [{ ...named, title: 'ab' }, 'publish record-validation'],
    [{ ...named, imprint_publisher: '' }, 'publish record-validation'],
    [{ ...named, publication_date: '1.2.2026' }, 'publish record-validation'],
  ])('when it is %j, it fails at %s', (value, expected) => {
    expect(failure(json(value))).toBe(expected);
  });

  it('when it is not UTF-8 or has a byte order mark, it fails on reading', () => {
    expect(failure({ zenodoJson: Uint8Array.of(0x22, 0xe9, 0x22) })).toBe('load not-utf8');
    expect(failure(json('\ufeff{}'))).toBe('load json-syntax');
  });

  it('when grants cannot be looked up, that is told', () => {
    const outcome = resolveGithubRelease(release, json({ ...named, grants: [{ id: '777541' }] }));
    expect(outcome).toMatchObject({
      accepted: true,
      unverified: [expect.stringContaining('777541')],
    });
  });
});

describe('a release with CITATION.cff', () => {
  const minimal = 'cff-version: 1.2.0\nmessage: Cite me\ntitle: My tool\n';

  it('when it names authors, particles and versions are lost and the date is today’s', () => {
    const text = `${minimal}version: 9\ndate-released: 2020-01-01\nauthors:\n- {family-names: Beethoven, given-names: Ludwig, name-particle: van}\n- name: "ACME, Inc."\n`;
    expect(published(cff(text))).toMatchObject({
      version: 'v2.0',
      publication_date: '2026-03-05',
      creators: [
        { person_or_org: { name: 'Beethoven, Ludwig', type: 'personal' } },
        { person_or_org: { family_name: 'ACME', given_name: 'Inc.' } },
      ],
      additional_descriptions: [{ description: 'Cite me', type: { id: 'notes' } }],
    });
  });

  it('when it is empty or only comments, it is as none', () => {
    for (const text of ['', '# nothing', '{}']) expect(published(cff(text))).toEqual(published({}));
  });

  it.each([
    [`${minimal}license: [MIT]`, 'load schema'],
    [`${minimal}abstract:`, 'load schema'],
    [`${minimal}keywords: [2023-01-01]`, 'load schema'],
    [
      `${minimal}authors:\n- {family-names: X, orcid: https://orcid.org/0000-0000-0000-0000}`,
      'load schema',
    ],
    ['message: no title', 'load schema'],
    [`${minimal}date-released: 2021-02-30`, 'load exception:ValueError'],
    [`${minimal}abstract: a: b`, 'load yaml-syntax'],
    ['- a', 'load exception:AttributeError'],
    [`${minimal}authors: [{alias: joe}]`, 'publish record-validation'],
  ])('when it is %j, it fails at %s', (text, expected) => {
    expect(failure(cff(text))).toBe(expected);
  });

  it('when its licence is empty and GitHub knows one, GitHub’s is taken', () => {
    expect(published(cff(`${minimal}license:`), { detectedLicense: 'MIT' }).rights).toEqual([
      { id: 'mit' },
    ]);
  });
});
