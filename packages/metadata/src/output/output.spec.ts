import { describe, expect, it } from '@jest/globals';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import { parsePythonYaml } from '../python/yaml/construct-yaml.js';
import { readCitationCff } from '../source/citation-source.js';
import { readCodemeta } from '../source/codemeta-source.js';
import { syncFile } from '../fix/sync-files.js';
import { formatCitationCff } from './citation-cff.js';
import { formatCodemeta } from './codemeta-json.js';
import { formatDataCite, toDataCite } from './datacite-json.js';
import { formatZenodoJson } from './zenodo-json.js';

const deposit: DepositMetadata = {
  upload_type: 'software',
  title: 'A tool: yes',
  description: '<p>What it does &amp; why</p>',
  version: '1.0',
  publication_date: '2025-10-05',
  license: 'MIT',
  creators: [
    { name: 'van Doe, Jane', orcid: '0000-0002-1825-0097', affiliation: 'Lab' },
    { name: 'The Team' },
  ],
  contributors: [{ name: 'Roe, Rick', type: 'Editor' }],
  keywords: ['no', 'one'],
  related_identifiers: [
    {
      identifier: 'https://github.com/lab/tool/tree/v1.0',
      relation: 'isSupplementTo',
      resource_type: 'software',
    },
    { identifier: 'https://doi.org/10.1234/x', relation: 'cites' },
  ],
};
const factsOf = (statements: readonly { field: string; value: unknown }[]) =>
  Object.fromEntries(statements.map(({ field, value }) => [field, value]));

describe('outputs of resolved metadata', () => {
  it('when CITATION.cff is read by Zenodo’s parser, every text is still a text', async () => {
    const text = await formatCitationCff(deposit, '10.5072/zenodo.1');
    expect(parsePythonYaml(text)).toMatchObject({
      'cff-version': '1.2.0',
      title: 'A tool: yes',
      version: '1.0',
      keywords: ['no', 'one'],
      'repository-code': 'https://github.com/lab/tool',
      abstract: 'What it does & why',
      doi: '10.5072/zenodo.1',
    });
    expect(factsOf(readCitationCff(text, 'CITATION.cff').statements)).toMatchObject({
      publication_date: '2025-10-05',
      creators: deposit.creators,
    });
  });

  it('when codemeta.json is read back, people, licence and date are the same', () => {
    const read = factsOf(readCodemeta(formatCodemeta(deposit, null), 'codemeta.json').statements);
    expect(read).toMatchObject({
      creators: deposit.creators,
      license: 'MIT',
      publication_date: '2025-10-05',
    });
  });

  it('when the licence is in Zenodo’s lower case, files for others have SPDX’s letters', async () => {
    const lower = { ...deposit, license: 'apache-2.0' };
    expect(await formatCitationCff(lower, null)).toContain('license: Apache-2.0');
    expect(formatCodemeta(lower, null)).toContain('https://spdx.org/licenses/Apache-2.0');
    const own = await formatCitationCff({ ...deposit, license: { id: 'other-open' } }, null);
    expect(own).toContain('license: other-open');
  });

  it('when it becomes DataCite JSON, types and relations have DataCite’s names', () => {
    expect(toDataCite(deposit, '10.5072/zenodo.1')).toMatchObject({
      types: { resourceTypeGeneral: 'Software' },
      publicationYear: '2025',
      relatedIdentifiers: [
        { relatedIdentifierType: 'URL', relationType: 'IsSupplementTo' },
        { relatedIdentifier: '10.1234/x', relatedIdentifierType: 'DOI', relationType: 'Cites' },
      ],
      rightsList: [{ rightsIdentifier: 'mit' }],
      contributors: [{ contributorType: 'Editor' }],
    });
  });

  it('when they are made twice, they are the same texts', async () => {
    const all = async () => [
      await formatCitationCff(deposit, null),
      formatCodemeta(deposit, null),
      formatDataCite(deposit, null),
      formatZenodoJson({ ...deposit, prereserve_doi: true }),
    ];
    expect(await all()).toEqual(await all());
    expect((await all())[3]).not.toContain('prereserve');
  });
});

describe('bringing files in line', () => {
  it('when CITATION.cff drifts, only what drifts changes; comments and order stay', async () => {
    const text = `# keep me
cff-version: 1.2.0
title: "A tool: yes" # and me
message: Cite it
version: '0.9'
date-released: 2020-01-01
license: MIT
authors:
  - family-names: van Doe
    given-names: Jane
  - name: The Team
`;
    const synced = (await syncFile('CITATION.cff', text, deposit)) ?? '';
    expect(synced).toContain('# keep me');
    expect(synced).toContain('# and me');
    expect(parsePythonYaml(synced)).toMatchObject({
      version: '1.0',
      'date-released': new Date('2025-10-05'),
      message: 'Cite it',
    });
    expect(await syncFile('CITATION.cff', synced, deposit)).toBeNull();
  });

  it('when codemeta.json drifts, its indentation stays', async () => {
    const text =
      '{\n    "@context": "https://w3id.org/codemeta/3.0",\n    "name": "Other",\n    "custom": 1\n}\n';
    const synced = (await syncFile('codemeta.json', text, deposit)) ?? '';
    expect(synced).toContain('    "name": "A tool: yes",\n    "custom": 1');
  });

  it('when a file does not exist, it is made whole and nothing more is to do', async () => {
    for (const file of ['.zenodo.json', 'CITATION.cff', 'codemeta.json'] as const) {
      const made = await syncFile(file, null, deposit);
      expect(made).not.toBeNull();
      expect(await syncFile(file, made, deposit)).toBeNull();
    }
  });
});
