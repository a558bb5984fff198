import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { citationDois, citationFacts } from './citation-facts.js';
import { codemetaFacts } from './codemeta-facts.js';
import { factSources } from './fact-sources.js';
import { parseCreators } from './text/creators-text.js';
import type { FactFolder } from './fact-sources.js';
import type { GitIdentity } from './git-facts.js';
import { toHtml, toPlainText } from './text/html-text.js';
import { mergeFacts } from './known-facts.js';
import { licenseOfText } from './license-facts.js';
import { browsableUrl, packageFacts } from './package-facts.js';
import { familyFirst, nameParts } from './text/person-name.js';
import { readmeFacts } from './readme-facts.js';
import { zenodoJsonFacts } from './zenodo-json-facts.js';

const collectFacts = (files: FactFolder) => mergeFacts(factSources(files));
const noGit: GitIdentity = { userName: null, remoteUrl: null };
const folder = (files: Record<string, string>, git = noGit) => ({
  names: Object.keys(files),
  read: (path: string) => files[path] ?? null,
  manifests: [],
  git,
});
const citation = [
  'cff-version: 1.2.0',
  'title: Rivers & Lakes',
  'abstract: |-',
  '  First <part>.',
  '',
  '  Second part.',
  'authors:',
  '  - family-names: Beethoven',
  '    given-names: Ludwig',
  '    name-particle: van',
  '    orcid: https://orcid.org/0000-0002-1825-0097',
  '    affiliation: Bonn',
  '  - name: The River Group',
  'version: 1.10',
  'date-released: 2026-02-03',
  'license: CC-BY-4.0',
  'type: dataset',
  'repository-code: https://example.org/rivers',
].join('\n');

describe('names of people', () => {
  it.each([
    ['Ada Lovelace', 'Lovelace, Ada'],
    ['Lovelace, Ada', 'Lovelace, Ada'],
    ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
    ['Juan de la Cruz', 'de la Cruz, Juan'],
    ['Sammy Davis Jr.', 'Davis, Sammy Jr.'],
    ['Madonna', 'Madonna'],
    ['  Grace  Brewster   Hopper ', 'Hopper, Grace Brewster'],
  ])('when it is written %j, the family name comes first: %j', (written, expected) => {
    expect(familyFirst(written)).toBe(expected);
  });

  it('when a name has no parts, it is a whole', () => {
    expect(nameParts('ACME')).toEqual({ whole: 'ACME' });
    expect(nameParts('Lovelace, Ada')).toEqual({ family: 'Lovelace', given: 'Ada' });
    expect(nameParts('A, B, C')).toEqual({ whole: 'A, B, C' });
  });
});

describe('creators on the command line', () => {
  it('when ORCID and affiliation are given, they are told apart', () => {
    expect(
      parseCreators('Lovelace, Ada (0000-0002-1825-0097, Analytical Society); Charles Babbage'),
    ).toEqual({
      creators: [
        { name: 'Lovelace, Ada', orcid: '0000-0002-1825-0097', affiliation: 'Analytical Society' },
        { name: 'Babbage, Charles' },
      ],
    });
  });

  it('when the check digit of an ORCID is wrong, it is refused by name', () => {
    expect(parseCreators('A, B (0000-0002-1825-0098)')).toEqual({
      refused: ['0000-0002-1825-0098'],
    });
  });
});

describe('CITATION.cff as a source', () => {
  it('when it is complete, every fact is taken as it is written', () => {
    expect(citationFacts(citation).deposit).toEqual({
      title: 'Rivers & Lakes',
      description: '<p>First &lt;part&gt;.</p><p>Second part.</p>',
      creators: [
        { name: 'van Beethoven, Ludwig', affiliation: 'Bonn', orcid: '0000-0002-1825-0097' },
        { name: 'The River Group' },
      ],
      keywords: [],
      license: 'CC-BY-4.0',
      version: '1.10',
      publication_date: '2026-02-03',
      upload_type: 'dataset',
      related_identifiers: [
        { identifier: 'https://example.org/rivers', relation: 'isSupplementTo' },
      ],
    });
  });

  it('when several licences are named, none is chosen', () => {
    expect(citationFacts('title: x\nlicense: [MIT, Apache-2.0]').deposit).not.toHaveProperty(
      'license',
    );
  });

  it.each(['title: [', '- a', 'just words', '', '*-', 'title: *nowhere'])(
    'when it is %j, it says so',
    (text) => {
      expect(citationFacts(text)).toMatchObject({ deposit: {}, findings: [{ code: 'NZ9104' }] });
    },
  );

  it('when it names DOIs, each comes with its description', () => {
    const text = [
      'doi: https://doi.org/10.5281/zenodo.7',
      'identifiers:',
      '  - {type: doi, value: 10.5281/zenodo.6, description: The concept DOI}',
      '  - {type: url, value: https://example.org}',
    ].join('\n');
    expect(citationDois(text)).toEqual([
      { doi: '10.5281/zenodo.7', description: '' },
      { doi: '10.5281/zenodo.6', description: 'The concept DOI' },
    ]);
  });
});

describe('codemeta.json as a source', () => {
  it('when people and organisations are authors, only people are turned around', () => {
    const text = JSON.stringify({
      name: 'Rivers',
      author: [
        {
          '@type': 'Person',
          '@id': 'https://orcid.org/0000-0002-1825-0097',
          givenName: 'Ada',
          familyName: 'Lovelace',
        },
        { '@type': 'Organization', name: 'River Institute Bonn' },
        { type: 'Person', name: 'Grace Hopper', affiliation: { name: 'Navy' } },
      ],
      license: 'https://spdx.org/licenses/Apache-2.0.html',
      keywords: 'rivers, lakes',
      softwareVersion: '2.0',
    });
    expect(codemetaFacts(text).deposit).toMatchObject({
      title: 'Rivers',
      creators: [
        { name: 'Lovelace, Ada', orcid: '0000-0002-1825-0097' },
        { name: 'River Institute Bonn' },
        { name: 'Hopper, Grace', affiliation: 'Navy' },
      ],
      license: 'Apache-2.0',
      keywords: ['rivers', 'lakes'],
      version: '2.0',
    });
  });
});

describe('package.json as a source', () => {
  it('when the author is one text, mail and address stay out', () => {
    const text = JSON.stringify({
      name: '@scope/rivers',
      version: '1.2.3',
      author: 'Ada Lovelace <ada@example.org> (https://example.org)',
      license: 'MIT',
      repository: { type: 'git', url: 'git+https://github.com/a/b.git' },
    });
    const facts = packageFacts(text);
    expect(facts.name).toBe('rivers');
    expect(facts.deposit).toMatchObject({
      version: '1.2.3',
      creators: [{ name: 'Lovelace, Ada' }],
      related_identifiers: [{ identifier: 'https://github.com/a/b' }],
    });
    expect(JSON.stringify(facts)).not.toContain('@example.org');
  });

  it('when nothing was ever released, there is no version and no licence', () => {
    const { deposit } = packageFacts('{"version":"0.0.0","license":"UNLICENSED"}');
    expect([deposit.version, deposit.license]).toEqual([undefined, undefined]);
  });

  it.each([
    ['git@github.com:a/b.git', 'https://github.com/a/b'],
    ['ssh://git@codeberg.org/a/b.git', 'https://codeberg.org/a/b'],
    ['https://token:secret@gitlab.com/g/s/p.git', 'https://gitlab.com/g/s/p'],
    ['a/b', 'https://github.com/a/b'],
    ['/srv/git/b.git', undefined],
    ['', undefined],
  ])('when the remote is %j, a browser opens %j', (remote, url) => {
    expect(browsableUrl(remote)).toBe(url);
  });
});

describe('.zenodo.json as a source', () => {
  it('when a field has no place in a deposition, it is named', () => {
    const { deposit, findings } = zenodoJsonFacts('{"title":"x","doi":"10.1/2","publisher":"P"}');
    expect(deposit).toEqual({ title: 'x' });
    expect(findings?.map(({ code, place }) => [code, place?.field])).toEqual([
      ['NZ9111', 'doi'],
      ['NZ9111', 'publisher'],
    ]);
  });

  it('when it is wrapped as the API takes it, the inner object counts', () => {
    expect(zenodoJsonFacts('\uFEFF{"metadata":{"title":"x"}}').deposit).toEqual({ title: 'x' });
  });
});

describe('texts', () => {
  it.each([
    [
      'MIT License\n\nPermission is hereby granted, free of charge, to any\nperson obtaining a copy',
      'MIT',
    ],
    [
      '                    GNU GENERAL PUBLIC LICENSE\n                       Version 3, 29 June 2007',
      'GPL-3.0-only',
    ],
    [
      'Mozilla Public License Version 2.0\n... means the GNU General Public License, Version 2.0',
      'MPL-2.0',
    ],
    [
      '                                 Apache License\n                           Version 2.0, January 2004',
      'Apache-2.0',
    ],
    [
      'Redistribution and use in source and binary forms, with or\n3. Neither the name of',
      'BSD-3-Clause',
    ],
    ['Redistribution and use in source and binary forms, with or', 'BSD-2-Clause'],
    ['Creative Commons Attribution 4.0 International', 'CC-BY-4.0'],
    ['/* SPDX-License-Identifier: EUPL-1.2 */', 'EUPL-1.2'],
    ['All rights reserved.', undefined],
  ])('when a licence reads %j, it is %s', (text, id) => {
    expect(licenseOfText(text)).toBe(id);
  });

  it('when a README begins with badges, its heading and first prose are taken', () => {
    const text =
      '<!-- x -->\n# River `tools` #\n\n[![b](https://x)](https://y)\n\n> quote\n\nMeasures **four** rivers,\n[hourly](https://z).\n\nMore.';
    expect(readmeFacts('README.md', text).deposit).toEqual({
      title: 'River tools',
      description: '<p>Measures four rivers, hourly.</p>',
    });
  });

  it('when HTML is turned to text and back, nothing a reader sees is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z<&>"]{1,8}$/), { minLength: 1 }), (words) => {
        const text = `x ${words.join(' ')}`;
        expect(toPlainText(toHtml(text))).toBe(text);
      }),
    );
  });
});

describe('all sources together', () => {
  it('when sources disagree, the one that was written for Zenodo wins, field by field', () => {
    const known = collectFacts(
      folder(
        {
          '.zenodo.json': '{"title":"From Zenodo"}',
          'CITATION.cff': citation,
          'package.json': '{"name":"rivers","author":"Someone Else","license":"MIT"}',
        },
        { userName: 'Key Board', remoteUrl: 'git@github.com:a/b.git' },
      ),
    );
    expect(known.deposit).toMatchObject({ title: 'From Zenodo', license: 'CC-BY-4.0' });
    expect(known.origins).toMatchObject({
      title: '.zenodo.json',
      creators: 'CITATION.cff',
      name: 'package.json',
    });
    expect(known.findings).toEqual([]);
  });

  it('when only git knows a name, it is taken and called a guess', () => {
    const known = collectFacts(folder({}, { userName: 'Ada Lovelace', remoteUrl: null }));
    expect(known.deposit.creators).toEqual([{ name: 'Lovelace, Ada' }]);
    expect(known.findings).toMatchObject([{ code: 'NZ9105', severity: 'note' }]);
  });

  it('whatever the files hold, reading them never throws', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.string().map((s) => `title: ${s}\nauthors: [{${s}}]`),
    );
    fc.assert(
      fc.property(text, text, text, text, (zenodo, cff, code, pkg) => {
        const files = {
          '.zenodo.json': zenodo,
          'CITATION.cff': cff,
          'codemeta.json': code,
          'package.json': pkg,
          'README.md': zenodo,
          LICENSE: cff,
        };
        expect(typeof collectFacts(folder(files)).deposit).toBe('object');
      }),
    );
  });
});
