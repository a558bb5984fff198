import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSandbox, publishable } from '../testing/open-sandbox.js';

const metadata = {
  ...publishable,
  title: 'Rain & snow',
  description: '<p>Sums &amp; <b>means</b>.</p>',
  notes: '<p>Read me.</p>',
  upload_type: 'publication',
  publication_type: 'technicalnote',
  publication_date: '2026-02-01',
  creators: [{ name: 'Doe, Jane', affiliation: 'Somewhere', orcid: '0000-0002-1825-0097' }],
  contributors: [{ name: 'Roe, Rick', type: 'DataCurator' }],
  license: 'cc-by-4.0',
  language: 'deu',
  grants: [{ id: '755021' }],
  dates: [{ start: '2025-01-01', end: '2025-02-01', type: 'Collected', description: 'Winter' }],
  locations: [{ lat: 47.5, lon: 8.5, place: 'Zürich' }],
  communities: [{ identifier: 'lakes' }],
  related_identifiers: [
    { identifier: '10.1234/abc', relation: 'isSupplementTo', resource_type: 'dataset' },
    { identifier: 'arXiv:2103.12345', relation: 'cites' },
    { identifier: '0000-0002-1825-0097', relation: 'references' },
    { identifier: '978-3-16-148410-0', relation: 'isAlternateIdentifier' },
  ],
};

let zenodo: Awaited<ReturnType<typeof openSandbox>>;
let id: number;
let concept: string;
beforeAll(async () => {
  const clock = () => new Date('2026-03-01T12:00:00Z');
  zenodo = await openSandbox({ communities: ['lakes'], clock });
  const { links } = (await zenodo.post('/deposit/depositions', { metadata })).body;
  await zenodo.put(`${links.bucket}/a.csv`, 'a');
  ({ id, conceptdoi: concept } = (await zenodo.send('POST', links.publish)).body);
  const [review] = zenodo.sandbox.curator.list();
  await zenodo.sandbox.curator.decide(review?.id ?? '', 'accept');
});
afterAll(() => zenodo.close());

const told = async (accept: string) =>
  (await zenodo.get(`/records/${id}`, { Accept: accept })).text;

describe('a record in the formats of others', () => {
  it('when DataCite JSON is asked for, it has the shape of schema 4.5', async () => {
    const site = zenodo.sandbox.url;
    expect(JSON.parse(await told('application/vnd.datacite.datacite+json'))).toEqual({
      doi: `10.5072/zenodo.${id}`,
      types: { resourceTypeGeneral: 'Text', resourceType: 'Technical note' },
      creators: [
        {
          name: 'Doe, Jane',
          nameType: 'Personal',
          givenName: 'Jane',
          familyName: 'Doe',
          nameIdentifiers: [
            { nameIdentifier: '0000-0002-1825-0097', nameIdentifierScheme: 'ORCID' },
          ],
          affiliation: [{ name: 'Somewhere' }],
        },
      ],
      contributors: [
        {
          name: 'Roe, Rick',
          nameType: 'Personal',
          givenName: 'Rick',
          familyName: 'Roe',
          nameIdentifiers: [],
          contributorType: 'DataCurator',
        },
      ],
      titles: [{ title: 'Rain & snow' }],
      publisher: { name: 'Zenodo' },
      publicationYear: '2026',
      dates: [
        { date: '2026-02-01', dateType: 'Issued' },
        { date: '2025-01-01/2025-02-01', dateType: 'Collected', dateInformation: 'Winter' },
        { date: '2026-03-01', dateType: 'Updated' },
      ],
      language: 'deu',
      alternateIdentifiers: [
        { alternateIdentifier: `${site}/records/${id}`, alternateIdentifierType: 'URL' },
        { alternateIdentifier: `oai:zenodo.org:${id}`, alternateIdentifierType: 'oai' },
        { alternateIdentifier: '978-3-16-148410-0', alternateIdentifierType: 'ISBN' },
      ],
      relatedIdentifiers: [
        {
          relatedIdentifier: '10.1234/abc',
          relatedIdentifierType: 'DOI',
          relationType: 'IsSupplementTo',
          resourceTypeGeneral: 'Dataset',
        },
        {
          relatedIdentifier: 'arXiv:2103.12345',
          relatedIdentifierType: 'arXiv',
          relationType: 'Cites',
        },
        { relatedIdentifier: concept, relatedIdentifierType: 'DOI', relationType: 'IsVersionOf' },
        {
          relatedIdentifier: `${site}/communities/lakes`,
          relatedIdentifierType: 'URL',
          relationType: 'IsPartOf',
        },
      ],
      rightsList: [
        {
          rights: 'Creative Commons Attribution 4.0 International',
          rightsIdentifier: 'cc-by-4.0',
          rightsIdentifierScheme: 'spdx',
          rightsUri: 'https://creativecommons.org/licenses/by/4.0/legalcode',
        },
      ],
      descriptions: [
        { description: 'Sums & means.', descriptionType: 'Abstract' },
        { description: 'Read me.', descriptionType: 'Other' },
      ],
      geoLocations: [
        {
          geoLocationPlace: 'Zürich',
          geoLocationPoint: { pointLongitude: '8.5', pointLatitude: '47.5' },
        },
      ],
      fundingReferences: [
        {
          funderName: 'EC',
          funderIdentifier: '00k4n6c32',
          funderIdentifierType: 'ROR',
          awardNumber: '755021',
        },
      ],
      schemaVersion: 'http://datacite.org/schema/kernel-4',
    });
  });

  it.each([
    '<rights rightsURI="https://creativecommons.org/licenses/by/4.0/legalcode" rightsIdentifier="cc-by-4.0" rightsIdentifierScheme="spdx">',
    '<date dateType="Collected" dateInformation="Winter">2025-01-01/2025-02-01</date>',
    '<funderIdentifier funderIdentifierType="ROR">00k4n6c32</funderIdentifier>',
    '<pointLongitude>8.5</pointLongitude><pointLatitude>47.5</pointLatitude>',
    '<alternateIdentifier alternateIdentifierType="ISBN">978-3-16-148410-0</alternateIdentifier>',
  ])('when DataCite XML is asked for, it has %s', async (part) => {
    expect(await told('application/vnd.datacite.datacite+xml')).toContain(part);
  });

  it('when Dublin Core is asked for, it speaks the words of OpenAIRE', async () => {
    const text = await told('application/x-dc+xml');
    const elements = [...text.matchAll(/<dc:(\w+)>([^<]*)</g)].map(
      ([, name, value]) => `${name} ${value}`,
    );
    expect(elements).toEqual([
      'contributor Roe, Rick',
      'creator Doe, Jane',
      'date 2026-02-01',
      'description Sums &amp; means.',
      'description Read me.',
      'identifier 978-3-16-148410-0',
      `identifier 10.5072/zenodo.${id}`,
      `identifier oai:zenodo.org:${id}`,
      'language deu',
      'publisher Zenodo',
      'relation doi:10.1234/abc',
      'relation arxiv:arXiv:2103.12345',
      'relation isni:0000-0002-1825-0097',
      'rights info:eu-repo/semantics/openAccess',
      'rights Creative Commons Attribution 4.0 International',
      'rights https://creativecommons.org/licenses/by/4.0/legalcode',
      'title Rain &amp; snow',
      'type info:eu-repo/semantics/technicalDocumentation',
    ]);
  });

  it('when CSL is asked for, its abstract has no markup and its funder is noted', async () => {
    const item = JSON.parse(await told('application/vnd.citationstyles.csl+json'));
    expect(item).toMatchObject({
      abstract: 'Sums & means.',
      author: [{ family: 'Doe', given: 'Jane' }],
      note: 'Funding by EC ROR 00k4n6c32.',
    });
    expect('URL' in item).toBe(false);
  });
});
