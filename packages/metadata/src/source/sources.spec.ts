import { describe, expect, it } from '@jest/globals';
import { readCitationCff } from './citation-source.js';
import { readCodemeta } from './codemeta-source.js';
import { readZenodoJson } from './deposit-source.js';
import { readLicenseFile, recogniseLicense } from './license-text.js';
import {
  readCargo,
  readPackageJson,
  readPom,
  readPyproject,
  readRDescription,
} from './manifest-sources.js';
import { nameKey } from './person-name.js';
import type { Reading } from './statement.js';

const facts = ({ statements }: Reading) =>
  Object.fromEntries(statements.map(({ field, value }) => [field, value]));

describe('CITATION.cff', () => {
  it('when it says more than Zenodo takes, all of it is read, with its line', () => {
    const text = `cff-version: 1.2.0
title: A tool
version: 1.0
date-released: 2024-05-06
abstract: What it does
license: MIT
repository-code: https://github.com/lab/tool
keywords: [one, two]
authors:
  - family-names: Beethoven
    name-particle: van
    given-names: Ludwig
    name-suffix: Jr.
    orcid: https://orcid.org/0000-0002-1825-0097
    affiliation: Bonn
  - name: The Team
identifiers:
  - {type: doi, value: 10.1234/x}
  - {type: doi, value: 10.5281/zenodo.1}
`;
    const reading = readCitationCff(text, 'CITATION.cff');
    expect(facts(reading)).toEqual({
      title: 'A tool',
      version: '1.0',
      publication_date: '2024-05-06',
      description: 'What it does',
      license: 'MIT',
      keywords: ['one', 'two'],
      upload_type: 'software',
      creators: [
        { name: 'van Beethoven, Ludwig Jr.', affiliation: 'Bonn', orcid: '0000-0002-1825-0097' },
        { name: 'The Team' },
      ],
      related_identifiers: [
        {
          identifier: 'https://github.com/lab/tool',
          relation: 'isSupplementTo',
          resource_type: 'software',
        },
        { identifier: '10.1234/x', relation: 'isAlternateIdentifier' },
      ],
    });
    expect(reading.statements.find(({ field }) => field === 'publication_date')?.place.line).toBe(
      4,
    );
  });

  it('when it breaks the syntax or names a day that does not exist, the place is told', () => {
    expect(readCitationCff('a: b: c', 'CITATION.cff').findings).toMatchObject([
      { code: 'NZ3002', place: { line: 1, column: 5 } },
    ]);
    expect(readCitationCff('date-released: 2021-02-30', 'CITATION.cff').findings).toMatchObject([
      { code: 'NZ3002' },
    ]);
  });
});

describe('other sources', () => {
  it('when codemeta.json speaks, its people, licence and repository are understood', () => {
    const text = JSON.stringify({
      '@context': 'https://w3id.org/codemeta/3.0',
      name: 'A tool',
      softwareVersion: '2.0',
      datePublished: '2024-05-06T00:00:00Z',
      license: 'https://spdx.org/licenses/Apache-2.0.html',
      author: { '@id': 'https://orcid.org/0000-0002-1825-0097', givenName: 'A', familyName: 'B' },
      keywords: 'x, y',
      codeRepository: 'git+https://github.com/lab/tool',
    });
    expect(facts(readCodemeta(text, 'codemeta.json'))).toEqual({
      title: 'A tool',
      version: '2.0',
      publication_date: '2024-05-06',
      license: 'Apache-2.0',
      creators: [{ name: 'B, A', orcid: '0000-0002-1825-0097' }],
      keywords: ['x', 'y'],
      related_identifiers: [
        {
          identifier: 'https://github.com/lab/tool',
          relation: 'isSupplementTo',
          resource_type: 'software',
        },
      ],
    });
  });

  it('when .zenodo.json speaks, every key is a field', () => {
    expect(facts(readZenodoJson('{"title": "x", "custom": {}}', '.zenodo.json'))).toEqual({
      title: 'x',
      custom: {},
    });
    expect(readZenodoJson('{"title": }', '.zenodo.json').findings).toMatchObject([
      { code: 'NZ3002' },
    ]);
  });

  it.each<[string, Reading | Promise<Reading>, object]>([
    [
      'package.json',
      readPackageJson(
        '{"version":"1.0.0","license":"MIT","author":"Ada Lovelace <a@b.c>","keywords":["k"]}',
        'package.json',
      ),
      { version: '1.0.0', license: 'MIT', creators: [{ name: 'Lovelace, Ada' }], keywords: ['k'] },
    ],
    [
      'a private package.json',
      readPackageJson('{"private":true,"version":"0.0.0"}', 'package.json'),
      {},
    ],
    [
      'pyproject.toml',
      readPyproject(
        '[project]\nversion = "1.2"\nlicense = {text = "MIT"}\nauthors = [{name = "Ada Lovelace"}]\n',
        'pyproject.toml',
      ),
      { version: '1.2', license: 'MIT', creators: [{ name: 'Lovelace, Ada' }] },
    ],
    [
      'Cargo.toml',
      readCargo('[package]\nversion = "0.3.0"\nlicense = "MIT"\n', 'Cargo.toml'),
      { version: '0.3.0', license: 'MIT' },
    ],
    [
      'pom.xml',
      readPom(
        '<project><version>1.1</version><developers><developer><name>Ada Lovelace</name></developer></developers></project>',
        'pom.xml',
      ),
      { version: '1.1', creators: [{ name: 'Lovelace, Ada' }] },
    ],
    [
      'DESCRIPTION',
      readRDescription('Package: x\nTitle: Does\n  Things\nVersion: 0.1\n', 'DESCRIPTION'),
      { title: 'Does Things', version: '0.1' },
    ],
  ])('when it is %s, its facts are read', async (_, reading, expected) => {
    expect(facts(await reading)).toEqual(expected);
  });
});

describe('licence texts', () => {
  const templates = [
    {
      id: 'A',
      text: 'Permission is granted to <someone> to use, copy and modify this work without any charge at all.',
    },
    {
      id: 'B',
      text: 'All rights are reserved and nothing at all is granted to anybody under any circumstances whatever.',
    },
  ];

  it('when names and years differ, the licence is recognised all the same', () => {
    const text =
      'Copyright (c) 2020 Ada\n\nPermission is granted to you to use, copy and modify this work without any charge at all.';
    expect(recogniseLicense(text, templates)).toMatchObject({ id: 'A' });
    expect(facts(readLicenseFile(text, 'LICENSE', templates))).toEqual({ license: 'A' });
  });

  it('when it is something else, nothing is said', () => {
    expect(recogniseLicense('Do what you like.', templates)).toBeNull();
    expect(recogniseLicense('', templates)).toBeNull();
  });
});

it('when names are spelt in other ways, they are still one name', () => {
  expect(nameKey('Müller, Jürgen K.')).toBe(nameKey('Jurgen K Muller'));
  expect(nameKey('Müller, J.')).not.toBe(nameKey('Müller, Jürgen'));
});
