import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { samplePublished } from '../testing/sample-release.js';
import { citationFileDois } from './citation-dois.js';
import { updateCitationFile } from './update-citation-file.js';

const published = samplePublished();
const update = (text: string, change = published) => {
  const once = updateCitationFile(text, 'CITATION.cff', change);
  expect(once.findings).toEqual([]);
  expect(updateCitationFile(once.text, 'CITATION.cff', change).text).toBe(once.text);
  return once.text;
};

describe('a CITATION.cff', () => {
  it('when its fields are there, only their values change: comments, order and quoting stay', () => {
    const before = [
      '# How to cite',
      'cff-version: 1.2.0',
      'title:   "A  title"   # with two spaces',
      'doi: 10.5281/zenodo.XXXXXXX # soon',
      "version: 'v1.1.0'",
      'date-released: 2025-01-01',
      'authors:',
      '- {family-names: Doe}  # flow',
      'keywords: [a,   b]',
      '',
    ].join('\n');
    expect(update(before)).toBe(
      [
        '# How to cite',
        'cff-version: 1.2.0',
        'title:   "A  title"   # with two spaces',
        'doi: 10.5281/zenodo.1000 # soon',
        'identifiers:',
        '  - description: Concept DOI (all versions)',
        '    type: doi',
        '    value: 10.5281/zenodo.1000',
        '  - description: Version DOI (v1.2.0)',
        '    type: doi',
        '    value: 10.5281/zenodo.1002',
        "version: 'v1.2.0'",
        'date-released: 2026-03-04',
        'authors:',
        '- {family-names: Doe}  # flow',
        'keywords: [a,   b]',
        '',
      ].join('\n'),
    );
  });

  it('when the fields are missing, they are added below the title', () => {
    const text = update(
      'cff-version: 1.2.0\ntitle: >-\n  A long\n  title\nauthors:\n  - name: X\n',
    );
    expect(text.split('\n').slice(0, 7)).toEqual([
      'cff-version: 1.2.0',
      'title: >-',
      '  A long',
      '  title',
      'version: "v1.2.0"',
      'date-released: "2026-03-04"',
      'doi: "10.5281/zenodo.1000"',
    ]);
    expect(parse(text)).toMatchObject({
      title: 'A long title',
      authors: [{ name: 'X' }],
      version: 'v1.2.0',
    });
  });

  it('when an earlier release listed its DOI, that entry becomes the one of this version', () => {
    const first = update(
      'title: T\n',
      samplePublished({ version: 'v1.0.0', doi: '10.5281/zenodo.1001' }),
    );
    const second = update(first);
    expect(parse(second).identifiers).toEqual([
      { description: 'Concept DOI (all versions)', type: 'doi', value: '10.5281/zenodo.1000' },
      { description: 'Version DOI (v1.2.0)', type: 'doi', value: '10.5281/zenodo.1002' },
    ]);
  });

  it('when a rehearsal was written before, both of its test DOIs make way', () => {
    const rehearsed = samplePublished({ doi: '10.5072/zenodo.2', conceptDoi: '10.5072/zenodo.1' });
    const text = update(update('cff-version: 1.2.0\ntitle: T\n', rehearsed));
    expect(citationFileDois(text)).toEqual([
      { doi: published.conceptDoi, isCited: true },
      { doi: published.doi, isCited: false },
    ]);
  });

  it('when other identifiers stand there, ours follow them in their indentation', () => {
    const text = update(
      'title: T\nidentifiers:\n- type: swh\n  value: "swh:1:rev:1" # here\n\nauthors: []\n',
    );
    expect(text).toContain(
      '  value: "swh:1:rev:1" # here\n- description: Concept DOI (all versions)\n',
    );
    expect(parse(text).identifiers).toHaveLength(3);
  });

  it('when identifiers hold a placeholder, it is replaced by what its description says', () => {
    const text = update(
      'title: T\nidentifiers:\n  - type: doi\n    value: 10.5281/zenodo.XXXXXXX\n    description: all versions\n',
    );
    expect(parse(text).identifiers).toEqual([
      { description: 'Concept DOI (all versions)', type: 'doi', value: '10.5281/zenodo.1000' },
      { description: 'Version DOI (v1.2.0)', type: 'doi', value: '10.5281/zenodo.1002' },
    ]);
  });

  it.each([
    ['a flow mapping', '{title: T, doi: x}\n'],
    ['a flow sequence', 'title: T\nidentifiers: [{type: url, value: "https://a.b"}] # one\n'],
    ['empty values', 'title: T\ndoi:\nversion:\nidentifiers:\n'],
    ['a block scalar', 'title: T\nversion: |\n  v1\nauthors: []\n'],
    ['no last line break', 'title: T'],
    ['Windows line ends', 'title: T\r\nversion: 1\r\n'],
    ['a document marker', '---\ntitle: T\n...\n'],
  ])('when it has %s, the fields are right all the same', (_, text) => {
    expect(parse(update(text))).toMatchObject({
      title: 'T',
      version: 'v1.2.0',
      'date-released': '2026-03-04',
      doi: '10.5281/zenodo.1000',
    });
    expect(citationFileDois(update(text)).map(({ doi }) => doi)).toEqual([
      '10.5281/zenodo.1000',
      '10.5281/zenodo.1002',
    ]);
  });

  it('when the version looks like a number, it is quoted so that it stays a text', () => {
    const text = update('title: T\nversion: 1.0\n', samplePublished({ version: '1.10' }));
    expect(text).toContain('version: "1.10"\n');
  });

  it('when it is no YAML mapping, nothing is written and the place is told', () => {
    const broken = updateCitationFile('title: "T\nauthors: [', 'CITATION.cff', published);
    expect(broken.text).toBe('title: "T\nauthors: [');
    expect(broken.findings).toMatchObject([{ code: 'NZ8003', place: { file: 'CITATION.cff' } }]);
    expect(updateCitationFile('- a\n', 'CITATION.cff', published).findings).toMatchObject([
      { code: 'NZ8003', place: { line: 1 } },
    ]);
  });

  it('whatever the other fields, they keep their values', () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.record({ a: fc.string() }));
    const key = fc
      .stringMatching(/^[a-z][a-z-]{2,9}$/)
      .filter((name) => !/^(doi|version|identifiers|date-released)$/.test(name));
    fc.assert(
      fc.property(fc.dictionary(key, value), (fields) => {
        const text = Object.entries(fields)
          .map(([name, one]) => `${name}: ${JSON.stringify(one)}\n`)
          .join('');
        expect(parse(update(`title: T\n${text}`))).toMatchObject(fields);
      }),
    );
  });
});
