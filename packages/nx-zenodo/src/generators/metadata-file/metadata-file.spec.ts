import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { citationFacts } from '../facts/citation-facts.js';
import { PluginError } from '../../plugin-error.js';
import { citationText } from './citation-text.js';
import { buildDeposit } from './deposit-of-facts.js';
import { metadataText } from './metadata-text.js';
import { missingFacts, missingFindings } from './missing-facts.js';

const none = new Set<string>();
const deposit = {
  upload_type: 'software',
  title: 'Rivers: a survey',
  version: '1.10',
  publication_date: '2026-02-03',
  creators: [
    { name: 'Lovelace, Ada', orcid: '0000-0002-1825-0097', affiliation: 'Society' },
    { name: 'The River Group' },
  ],
  description: '<p>One &amp; two.</p><p>Three.</p>',
  license: 'MIT',
  related_identifiers: [{ identifier: 'https://example.org/r', relation: 'isSupplementTo' }],
};

describe('zenodo.metadata.json', () => {
  it('when the file is new, it holds the metadata as the API takes it', () => {
    expect(JSON.parse(metadataText(null, { title: 'x' }, none, 'm.json'))).toEqual({
      metadata: { title: 'x' },
    });
  });

  it('when the file stands, only what is missing is added', () => {
    const text = '{\n\t// mine\n\t"metadata": {\n\t\t"title": "Mine"\n\t}\n}';
    expect(metadataText(text, { title: 'x', version: '1' }, none, 'm.json')).toBe(
      '{\n\t// mine\n\t"metadata": {\n\t\t"title": "Mine",\n\t\t"version": "1"\n\t}\n}',
    );
    expect(metadataText(text, { title: 'x' }, new Set(['title']), 'm.json')).toBe(
      text.replace('Mine', 'x'),
    );
  });

  it('when it has no wrapper, it gets none', () => {
    expect(JSON.parse(metadataText('{"title":"x"}', { version: '1' }, none, 'm.json'))).toEqual({
      title: 'x',
      version: '1',
    });
  });

  it('when values would be refused by Zenodo, they are left out by name', () => {
    const built = buildDeposit(
      { license: 'MIT OR Apache-2.0', creators: [{ name: 'A, B', orcid: '0000-0000-0000-0000' }] },
      '1',
      '2026-01-01',
    );
    expect(built.deposit).toEqual({
      upload_type: 'software',
      version: '1',
      publication_date: '2026-01-01',
      creators: [{ name: 'A, B' }],
      access_right: 'open',
    });
    expect(built.findings.map(({ code, place }) => [code, place?.field])).toEqual([
      ['NZ9108', 'license'],
      ['NZ9108', 'creators'],
    ]);
  });

  it('when facts are missing, a licence is a warning and the others stop', () => {
    const findings = missingFindings(missingFacts({ title: 'x', creators: [] }), 'error');
    expect(findings.map(({ severity, place }) => [severity, place?.field])).toEqual([
      ['error', 'version'],
      ['error', 'creators'],
      ['error', 'description'],
      ['warning', 'license'],
    ]);
  });
});

describe('CITATION.cff', () => {
  it('when it is new, it is a citation of version 1.2.0', () => {
    expect(parse(citationText(null, deposit, none))).toEqual({
      'cff-version': '1.2.0',
      message: 'If you use this work, please cite it as below.',
      type: 'software',
      title: 'Rivers: a survey',
      abstract: 'One & two.\n\nThree.',
      authors: [
        {
          'family-names': 'Lovelace',
          'given-names': 'Ada',
          affiliation: 'Society',
          orcid: 'https://orcid.org/0000-0002-1825-0097',
        },
        { name: 'The River Group' },
      ],
      license: 'MIT',
      version: '1.10',
      'date-released': '2026-02-03',
      'repository-code': 'https://example.org/r',
    });
  });

  it('when a reader of YAML 1.1 takes it, version and title stay texts', () => {
    const text = citationText(null, { title: 'yes', version: '1.10' }, none);
    expect(parse(text, { version: '1.1' })).toMatchObject({ title: 'yes', version: '1.10' });
  });

  const standing = [
    '# Ours',
    'cff-version: 1.2.0',
    'message: "Cite!"   # kindly',
    'title:   Mine',
    'authors:',
    '  - family-names: Babbage # Charles',
    '    given-names: Charles',
    '',
    'type: software',
  ].join('\n');

  it('when it stands, what is missing comes at the end and every line stays', () => {
    const text = citationText(standing, { title: 'x', version: '2', creators: [] }, none);
    expect(text).toBe(`${standing}\nversion: "2"\n`);
    expect(citationText(text, { title: 'x', version: '2', creators: [] }, none)).toBe(text);
  });

  it('when flags give a field, only that field is written anew', () => {
    const text = citationText(
      standing,
      { title: 'Rivers', creators: [{ name: 'Lovelace, Ada' }] },
      new Set(['title', 'creators']),
    );
    expect(text).toBe(
      standing
        .replace('title:   Mine', 'title: Rivers')
        .replace(
          / {2}- family-names: Babbage # Charles\n {4}given-names: Charles\n/,
          '  - family-names: Lovelace\n    given-names: Ada\n',
        ),
    );
  });

  it('when it says the same already, a flag changes nothing', () => {
    const again = citationText(standing, { title: 'Mine' }, new Set(['title']));
    expect(again).toBe(standing);
  });

  it('when it is no mapping, it is not touched', () => {
    expect(() => citationText('- a\n', deposit, none)).toThrow(PluginError);
  });

  it('whatever the facts are, what is written reads back the same', () => {
    const word = fc
      .stringMatching(/^[ -~]{1,30}$/)
      .map((text) => text.trim())
      .filter(Boolean);
    fc.assert(
      fc.property(word, word, fc.array(word, { maxLength: 3 }), (title, version, keywords) => {
        const { deposit: read } = citationFacts(
          citationText(null, { title, version, keywords }, none),
        );
        expect(read).toMatchObject({ title, version, keywords });
      }),
    );
  });
});
