import { describe, expect, it } from '@jest/globals';
import { decodeDepositBody } from '@nx-zenodo/zenodo-api';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import { buildMetadataView } from './metadata-view.js';

const view = (metadata: DepositMetadata) => {
  const decoded = decodeDepositBody({ metadata }, { today: '2026-11-21' });
  if (!decoded.ok) throw new Error(`Zenodo would refuse it: ${JSON.stringify(decoded)}`);
  return buildMetadataView(decoded.draft);
};

const software: DepositMetadata = {
  upload_type: 'software',
  title: 'Tidal gauges',
  version: '2.1.0',
  publication_date: '2026-11-12',
  description: '<p>Hourly series.</p>',
  notes: 'Please cite the paper.',
  creators: [{ name: 'Carberry, Josiah', affiliation: 'Brown', orcid: '0000-0002-1825-0097' }],
  contributors: [{ name: 'Noether, Emmy', type: 'DataCurator' }],
  license: 'cc-by-4.0',
  keywords: ['tides', 'sea level'],
  related_identifiers: [
    {
      identifier: '10.1234/tides.17',
      relation: 'isDescribedBy',
      resource_type: 'publication-article',
    },
    { identifier: 'https://example.org/v2', relation: 'isAlternateIdentifier' },
  ],
  language: 'eng',
  references: ['Doodson (1921)'],
  journal_title: 'Tides',
  dates: [{ start: '2020-01-01', end: '2021-01-01', type: 'collected' }],
};

describe('the view of a deposit', () => {
  it('when Zenodo would take it, it shows what Zenodo would keep', () => {
    expect(view(software)).toEqual({
      title: 'Tidal gauges',
      version: '2.1.0',
      publicationDate: '2026-11-12',
      publisher: 'Zenodo',
      resourceType: { id: 'software', title: 'Software' },
      description: '<p>Hourly series.</p>',
      notes: 'Please cite the paper.',
      language: 'eng',
      creators: [
        { name: 'Carberry, Josiah', affiliations: ['Brown'], orcid: '0000-0002-1825-0097' },
      ],
      contributors: [{ name: 'Noether, Emmy', affiliations: [], role: 'Data curator' }],
      licences: [
        {
          id: 'cc-by-4.0',
          title: 'Creative Commons Attribution 4.0 International',
          url: 'https://creativecommons.org/licenses/by/4.0/',
        },
      ],
      keywords: ['tides', 'sea level'],
      relatedIdentifiers: [
        {
          relation: 'isDescribedBy',
          identifier: '10.1234/tides.17',
          scheme: 'doi',
          url: 'https://doi.org/10.1234/tides.17',
          resourceType: 'Journal article',
        },
        {
          relation: 'isAlternateIdentifier',
          identifier: 'https://example.org/v2',
          scheme: 'url',
          url: 'https://example.org/v2',
        },
      ],
      funding: [],
      access: { right: 'open' },
      references: ['Doodson (1921)'],
      facts: [
        { label: 'Journal', text: 'Tides', field: 'journal_title' },
        { label: 'Date collected', text: '2020-01-01 to 2021-01-01', field: 'dates' },
      ],
    });
  });

  it('when it is empty, it is a view all the same', () => {
    const empty = view({});
    expect([empty.title, empty.creators, empty.resourceType.title]).toEqual(['', [], '']);
  });

  it('when it is under embargo, the page says until when', () => {
    const { access } = view({ access_right: 'embargoed', embargo_date: '2099-01-01' });
    expect(access).toEqual({ right: 'embargoed', embargoUntil: '2099-01-01' });
    expect(view({ access_right: 'closed' }).access).toEqual({ right: 'restricted' });
  });

  it.each([
    ['cc-zero', 'Creative Commons Zero 1.0 Universal'],
    ['cc-by-nc-sa-4.0', 'Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International'],
    ['MIT', 'MIT License'],
    ['other-at', 'other-at'],
  ])('when the licence is %s, it is shown as %s', (license, title) => {
    expect(
      view({ license, access_right: 'open' }).licences.map((licence) => licence.title),
    ).toEqual([title]);
  });
});
