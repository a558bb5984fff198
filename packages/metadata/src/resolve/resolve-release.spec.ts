import { describe, expect, it } from '@jest/globals';
import { readCitationCff } from '../source/citation-source.js';
import { readZenodoJson } from '../source/deposit-source.js';
import { readPackageJson } from '../source/manifest-sources.js';
import type { Reading } from '../source/statement.js';
import { formatOrigins } from './explain.js';
import { resolveRelease } from './resolve-release.js';

const main = {
  upload_type: 'software',
  title: 'A tool',
  description: 'Some text',
  creators: [{ name: 'Doe, Jane', orcid: '0000-0002-1825-0097' }],
  license: 'MIT',
  publication_date: '2025-10-05',
};

const cff = (changes = '') =>
  readCitationCff(
    `title: A tool\nauthors: [{family-names: Doe, given-names: Jane}]\nlicense: MIT\nkeywords: [one]\n${changes}`,
    'CITATION.cff',
  );

function resolve(readings: readonly Reading[], metadata: object | null = main) {
  return resolveRelease({
    main:
      metadata === null
        ? null
        : { text: JSON.stringify({ metadata }), path: 'zenodo.metadata.json' },
    readings,
    sources: [],
    release: { name: 'A tool', version: 'v1.0' },
    manifestSha256: 'a'.repeat(64),
    today: '2026-01-01',
  });
}

const codes = (readings: readonly Reading[]) => resolve(readings).findings.map(({ code }) => code);

describe('metadata from several sources', () => {
  it('when the main file leaves a field out, the strongest other source fills it and is named', () => {
    const { metadata } = resolve([cff('version: "1.0"')]);
    expect(metadata?.deposit).toMatchObject({ keywords: ['one'], version: 'v1.0' });
    expect(metadata?.origins.find(({ field }) => field === 'keywords')).toMatchObject({
      source: 'CITATION.cff',
      line: 4,
    });
  });

  it('when two sources state a field, the loser is named with its value', () => {
    const { metadata } = resolve([cff('abstract: Another text')]);
    expect(metadata?.origins.find(({ field }) => field === 'description')?.lost).toEqual([
      { source: 'CITATION.cff', value: 'Another text' },
    ]);
  });

  it('when there is no main file, CITATION.cff alone makes a record', () => {
    const { metadata, findings } = resolve(
      [cff('date-released: 2025-01-02\nabstract: Some text')],
      null,
    );
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(metadata?.deposit).toMatchObject({
      title: 'A tool',
      upload_type: 'software',
      publication_date: '2025-01-02',
      version: 'v1.0',
    });
  });

  it('when a weaker source holds what Zenodo does not take, its own place is told', () => {
    const { metadata, findings } = resolve([
      readZenodoJson('{\n "keywords": [5]}', '.zenodo.json'),
    ]);
    expect(metadata).toBeNull();
    expect(findings).toMatchObject([{ code: 'NZ3004', place: { file: '.zenodo.json', line: 2 } }]);
  });

  it('when it is explained, every field stands in a line with its origin', () => {
    const { metadata } = resolve([cff('abstract: Another text')]);
    if (metadata === null) throw new Error('refused');
    const table = formatOrigins(metadata);
    expect(table).toMatch(/^FIELD +VALUE +FROM +RULE +LOST$/m);
    expect(table).toMatch(/^keywords +\["one"\] +CITATION\.cff:4 +stated +-$/m);
    expect(table).toMatch(/^description .*CITATION\.cff: Another text$/m);
    expect(table).toMatch(/^version +v1\.0 +zenodo\.release\.json +release +-$/m);
  });
});

describe('drift between sources', () => {
  it.each([
    ['title', cff('title: Another tool'), 'NZ3030'],
    ['version', cff('version: "2.0"'), 'NZ3030'],
    ['licence', cff('license: Apache-2.0'), 'NZ3030'],
    ['date', cff('date-released: 2020-01-01'), 'NZ3030'],
    ['authors', cff('authors: [{family-names: Roe, given-names: Jane}]'), 'NZ3030'],
    [
      'ORCID',
      cff(
        'authors: [{family-names: Doe, given-names: Jane, orcid: "https://orcid.org/0000-0001-5109-3700"}]',
      ),
      'NZ3030',
    ],
    ['package licence', readPackageJson('{"license": "ISC"}', 'package.json'), 'NZ3031'],
  ])('when the %s differs, it is told as %s', (_, reading, code) => {
    expect(codes([reading])).toContain(code);
  });

  it('when only spelling differs, all is well', () => {
    const same = cff('license: mit\nversion: 1.0\ndate-released: 2025-10-05');
    expect(resolve([same]).findings.filter(({ code }) => code.startsWith('NZ303'))).toEqual([]);
  });
});
