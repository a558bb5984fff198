/** Every field of the deposit API, as far as it can be said in one deposition. */
export function fullMetadata(communities: readonly string[]): Record<string, unknown> {
  return {
    upload_type: 'publication',
    publication_type: 'book',
    publication_date: '2014-02-26',
    title: 'Test title',
    creators: [
      {
        name: 'Doe, John',
        affiliation: 'Atlantis',
        orcid: '0000-0002-1825-0097',
        gnd: 'gnd:170118215',
      },
      { name: 'Smith, Jane', affiliation: 'Atlantis' },
    ],
    description: '<p>Test <strong>description</strong></p>',
    access_right: 'embargoed',
    embargo_date: '2999-01-01',
    license: 'CC0-1.0',
    keywords: ['Keyword 1', 'keyword 2'],
    subjects: [
      {
        term: 'Astronomy',
        identifier: 'http://id.loc.gov/authorities/subjects/sh85009003',
        scheme: 'url',
      },
    ],
    notes: 'Some notes',
    method: 'Some methods',
    related_identifiers: [
      { identifier: '10.1234/foo.bar2', relation: 'isCitedBy', scheme: 'doi' },
      { identifier: '10.1234/foo.bar3', relation: 'cites', scheme: 'doi' },
      { identifier: '2011ApJS..192...18K', relation: 'isAlternateIdentifier', scheme: 'ads' },
    ],
    contributors: [{ name: 'Doe, Jochen', affiliation: 'Atlantis', type: 'Other' }],
    thesis_supervisors: [{ name: 'Doe, Janet', affiliation: 'Atlantis' }],
    thesis_university: 'Some university',
    references: ['Reference 1', 'Reference 2'],
    communities: communities.map((identifier) => ({ identifier })),
    grants: [{ id: '10.13039/501100000780::283595' }],
    journal_title: 'Some journal',
    journal_volume: 'V',
    journal_issue: '1',
    journal_pages: '1-6',
    conference_title: 'Some conference',
    conference_acronym: 'SC',
    conference_dates: '2-3 June 2013',
    conference_place: 'Geneva',
    conference_url: 'http://some.conference.example',
    conference_session: 'VI',
    conference_session_part: '1',
    imprint_isbn: '978-3-16-148410-0',
    imprint_place: 'Geneva',
    partof_title: 'Some book',
    partof_pages: '1-6',
    version: '1.0.0',
    language: 'eng',
    locations: [{ lat: 8.5, lon: 2.3, place: 'Geneva', description: 'Somewhere' }],
    dates: [{ start: '2018-03-21', end: '2018-03-25', type: 'Collected', description: 'When' }],
    custom: { 'dwc:eventDate': ['2018-03-21'], 'code:codeRepository': 'https://example.org/repo' },
  };
}

/** The same as the service gives it back, without communities (their order is not fixed) and DOI. */
export function expectedFull(id: number): Record<string, unknown> {
  const same = Object.entries(fullMetadata([])).filter(
    ([name]) => name !== 'thesis_supervisors' && name !== 'communities',
  );
  return {
    ...Object.fromEntries(same),
    license: 'cc-zero',
    imprint_publisher: 'Zenodo',
    contributors: [
      { name: 'Doe, Janet', affiliation: 'Atlantis', type: 'Supervisor' },
      { name: 'Doe, Jochen', affiliation: 'Atlantis', type: 'Other' },
    ],
    dates: [{ start: '2018-03-21', end: '2018-03-25', type: 'collected', description: 'When' }],
    prereserve_doi: { doi: `10.5281/zenodo.${id}`, recid: id },
  };
}
