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
    [{ ...named, publication_date: '2020/..' }, 'create-draft exception:TypeError'],
    [{ ...named, upload_type: ['software'] }, 'publish record-validation'],
    [{ ...named, upload_type: 'project' }, 'create-draft unknown-vocabulary-id'],
    [
      { ...named, upload_type: 'publication', publication_type: 5 },
      'create-draft unknown-vocabulary-id',
    ],
    [{ ...named, creators: [{ name: ['Doe, Jane'] }] }, 'publish record-validation'],
    [{ ...named, creators: [{ name: 5 }] }, 'load exception:AttributeError'],
    [{ ...named, creators: [{ name: ', Jane' }] }, 'publish record-validation'],
    [{ ...named, creators: [{ name: 'D, J', affiliation: ['Lab'] }] }, 'publish record-validation'],
    [{ ...named, creators: [{ name: 'D, J', gnd: 'abc' }] }, 'publish record-validation'],
    [
      { ...named, contributors: [{ name: 'D, J', type: 'Boss' }] },
      'create-draft unknown-vocabulary-id',
    ],
    [{ ...named, contributors: [{ name: 'D, J' }] }, 'publish record-validation'],
    [{ ...named, thesis_supervisors: 'D, J' }, 'load exception:AttributeError'],
    [{ ...named, keywords: 'a b' }, 'publish record-validation'],
    [{ ...named, keywords: 5 }, 'load exception:TypeError'],
    [{ ...named, license: {} }, 'load exception:KeyError'],
    [{ ...named, license: null }, 'load schema'],
    [{ ...named, license: 'FAL' }, 'load schema'],
    [{ ...named, access_right: 'Open' }, 'load schema'],
    [{ ...named, language: ['en', 'de'] }, 'load exception:AttributeError'],
    [{ ...named, language: 5 }, 'load exception:TypeError'],
    [{ ...named, language: 'ENG' }, 'create-draft unknown-vocabulary-id'],
    [{ ...named, related_identifiers: [{ identifier: '10.1234/x' }] }, 'load exception:KeyError'],
    [
      { ...named, related_identifiers: [{ identifier: 'http://[x', relation: 'cites' }] },
      'load exception:ValueError',
    ],
    [
      { ...named, related_identifiers: [{ identifier: 'some words', relation: 'cites' }] },
      'load schema',
    ],
    [{ ...named, references: [null] }, 'publish record-validation'],
    [{ ...named, grants: { id: '777541' } }, 'load exception:TypeError'],
    [{ ...named, grants: [{ id: '10.13039/1::1' }] }, 'create-draft unknown-vocabulary-id'],
    [{ ...named, dates: [{ start: '2020' }] }, 'load exception:KeyError'],
    [
      { ...named, dates: [{ start: '2021', end: '2020', type: 'Other' }] },
      'publish record-validation',
    ],
    [{ ...named, notes: '<img src=x>' }, 'publish record-validation'],
    [{ ...named, subjects: 'ab' }, 'load exception:AttributeError'],
    [{ ...named, communities: ['lab'] }, 'load schema'],
    [{ ...named, doi: 5 }, 'load exception:AttributeError'],
    [{ ...named, custom: ['x'] }, 'load schema'],
    [{ ...named, resource_type: null }, 'load schema'],
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
    ['1: 2', 'load schema'],
    ['title: 2026-01-01', 'load schema'],
    ['title: No', 'load schema'],
    [`${minimal}authors: [Jane Doe]`, 'load schema'],
    [`${minimal}authors: [{family-names: 5}]`, 'load exception:AttributeError'],
    [`${minimal}keywords:\n- a: b`, 'load schema'],
    [`${minimal}license: MIT License`, 'load schema'],
    [`${minimal}commit: 2020-01-01T25:00:00`, 'load exception:ValueError'],
    [`${minimal}x: !!bool maybe`, 'load exception:KeyError'],
    [`${minimal}x: !!int`, 'load exception:IndexError'],
    [`${minimal}x: !!timestamp soon`, 'load exception:AttributeError'],
    [`${minimal}x: !!binary "a"`, 'load yaml-syntax'],
    [`...\n${minimal}`, 'load yaml-syntax'],
    [`%YAML 2.0\n---\n${minimal}`, 'load yaml-syntax'],
    [`${minimal}authors: [{alias: joe}]`, 'publish record-validation'],
  ])('when it is %j, it fails at %s', (text, expected) => {
    expect(failure(cff(text))).toBe(expected);
  });

  it('when a name is no text to YAML, it is published as Python prints it', () => {
    const names =
      '- {family-names: Yes, given-names: Jo}\n- {family-names: No, given-names: Jo}\n- {family-names: [a], given-names: 2020-01-02}\n';
    expect(published(cff(`${minimal}authors:\n${names}`)).creators).toMatchObject([
      { person_or_org: { name: 'True, Jo' } },
      { person_or_org: { name: 'Jo' } },
      { person_or_org: { name: "['a'], 2020-01-02" } },
    ]);
  });

  it('when its licence is empty and GitHub knows one, GitHub’s is taken', () => {
    expect(published(cff(`${minimal}license:`), { detectedLicense: 'MIT' }).rights).toEqual([
      { id: 'mit' },
    ]);
  });
});
