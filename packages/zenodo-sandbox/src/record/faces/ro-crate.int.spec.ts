import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSandbox } from '../../testing/open-sandbox.js';
import { roCrateType } from './ro-crate.js';

let zenodo: Awaited<ReturnType<typeof openSandbox>>;
beforeAll(async () => {
  zenodo = await openSandbox();
});
afterAll(() => zenodo.close());

const crate = (root: object) => ({
  '@context': 'https://w3id.org/ro/crate/1.1/context',
  '@graph': [
    { '@id': 'ro-crate-metadata.json', '@type': 'CreativeWork', about: { '@id': '..' } },
    {
      '@id': '..',
      '@type': 'Dataset',
      name: 'Tide gauges',
      datePublished: '2026-02-03T10:00:00Z',
      author: [{ '@id': '#jane' }],
      license: { '@id': '#licence' },
      keywords: ['tides'],
      ...root,
    },
    {
      '@id': '#jane',
      '@type': 'Person',
      familyName: 'Doe',
      givenName: 'Jane',
      affiliation: [{ '@id': '#here' }],
    },
    { '@id': '#here', '@type': 'Organization', name: 'Somewhere' },
    { '@id': '#licence', '@type': 'CreativeWork', name: 'A licence', description: 'Of our own.' },
  ],
});
const send = (value: object) =>
  zenodo.send('POST', '/records', {
    body: JSON.stringify(value),
    headers: { 'Content-Type': roCrateType, Accept: 'application/vnd.inveniordm.v1+json' },
  });

describe('an RO-Crate as the body of a draft', () => {
  it('when it is whole, the draft says what it says', async () => {
    const { status, text } = await send(crate({}));
    expect(status).toBe(201);
    expect(JSON.parse(text).metadata).toMatchObject({
      resource_type: { id: 'dataset' },
      title: 'Tide gauges',
      publication_date: '2026-02-03',
      creators: [
        {
          person_or_org: { family_name: 'Doe', given_name: 'Jane' },
          affiliations: [{ name: 'Somewhere' }],
        },
      ],
      rights: [{ title: { en: 'A licence' } }],
      subjects: [{ subject: 'tides' }],
    });
  });

  it('when something is missing, all of it is told at once', async () => {
    const author = [{ '@type': 'Robot', familyName: 'R', givenName: 'D' }];
    const { status, body } = await send(crate({ name: undefined, author }));
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { field: 'name', messages: ['Missing data for required field.'] },
      { field: 'author.0.@type', messages: ["'@type' must be 'Person' or 'Organization'"] },
    ]);
    expect((await send({ name: 'No graph' })).status).toBe(400);
  });

  it('when another kind of JSON-LD comes, it is not taken', async () => {
    const { status } = await zenodo.send('POST', '/records', {
      body: '{}',
      headers: { 'Content-Type': 'application/ld+json' },
    });
    expect(status).toBe(415);
  });
});

describe('media files', () => {
  it('when the link of a draft is followed, there are none', async () => {
    const { body } = await zenodo.post('/records', {});
    expect((await zenodo.get(body.links.media_files)).body.enabled).toBe(false);
  });
});
