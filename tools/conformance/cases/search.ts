import assert from 'node:assert/strict';
import { conforms, hasStatus } from '../case.js';
import { createPublished, createRdmRecord, presentation, rdm } from '../depositions.js';

for (const [number, who, size] of [
  ['59', 'anonymous', 25],
  ['60', 'owner', 100],
] as const) {
  conforms(number, `search: page size of ${who}`, async (scene) => {
    hasStatus(await scene[who].get(`/records?size=${size}`), 200);
    const { body } = hasStatus(await scene[who].get(`/records?size=${size + 1}`), 400);
    assert.equal(body.message, 'A validation error occurred.');
    assert.equal(body.errors[0].field, 'size');
    assert.match(body.errors[0].messages[0], new RegExp(`${size}`));
  });
}

conforms('61', 'queryparser: thesis, phrases, DOIs, communities', async ({ owner, service }) => {
  const [slug = ''] = service.communities;
  const mark = `q${Date.now()}`;
  const thesis = await createPublished(owner, {
    ...presentation,
    title: `${mark} dissertation`,
    upload_type: 'publication',
    publication_type: 'thesis',
    communities: [{ identifier: slug }],
  });
  const book = await createPublished(owner, {
    ...presentation,
    title: `${mark} book of words`,
    upload_type: 'publication',
    publication_type: 'book',
  });
  const both = [thesis.id, book.id].sort();
  const cases: readonly (readonly [query: string, found: readonly number[]])[] = [
    ['', both],
    ['resource_type.type:publication', both],
    ['resource_type.subtype:publication-thesis', [thesis.id]],
    ['resource_type.subtype:publication-dissertation', [thesis.id]],
    ['resource_type.subtype:"publication-thesis"', [thesis.id]],
    ['resource_type.subtype:"publication-book"', [book.id]],
    ['resource_type.subtype:(publication-thesis OR publication-book)', both],
    ['metadata.resource_type.id:publication-thesis', [thesis.id]],
    ['metadata.resource_type.id:"publication-thesis"', [thesis.id]],
    ['NOT resource_type.subtype:publication-thesis', [book.id]],
    ['-resource_type.subtype:publication-book', [thesis.id]],
    [`doi:${thesis.doi}`, [thesis.id]],
    [`doi:"${thesis.doi}"`, [thesis.id]],
    [`conceptdoi:${book.conceptdoi}`, [book.id]],
    [`conceptdoi:"${book.conceptdoi}"`, [book.id]],
    [`conceptrecid:${book.conceptrecid}`, [book.id]],
    [`recid:${thesis.id}`, [thesis.id]],
    [`communities:${slug}`, [thesis.id]],
    [`communities:"${slug}"`, [thesis.id]],
    ['communities:no-such-community', []],
    ['title:book', [book.id]],
    ['title:"book of words"', [book.id]],
    ['title:"words of book"', []],
    ['title:bo*', [book.id]],
    ['creators.name:"Doe, John"', both],
    ['keywords:nothing', []],
    ['publication_date:[2013-01-01 TO 2013-12-31]', both],
    ['publication_date:{2013-05-08 TO *]', []],
    ['filename:"test-1.txt" AND filecount:1', both],
    ['access_right:open', both],
    ['_exists_:metadata.version', []],
  ];
  for (const [query, found] of cases) {
    const q = encodeURIComponent(query === '' ? mark : `title:${mark} AND (${query})`);
    const { body } = hasStatus(await owner.get(`/records?q=${q}`), 200);
    const ids = body.hits.hits.map(({ id }: { id: number }) => id).sort();
    assert.deepEqual(ids, found, query);
  }
});

conforms('own-2', 'search: bad syntax', async ({ owner }) => {
  const { body } = hasStatus(
    await owner.get(`/records?q=${encodeURIComponent('title:(open')}`),
    400,
  );
  assert.equal(body.message, 'Invalid query string syntax.');
});

conforms('62', 'DataCite documents name the concept', async ({ owner }) => {
  const { id, doi, conceptdoi, title } = await createPublished(owner);
  const Accept = 'application/vnd.datacite.datacite+json';
  const { body } = hasStatus(await owner.get(`/records/${id}`, { Accept }), 200);
  assert.equal(body.doi, doi);
  assert.deepEqual(body.titles, [{ title }]);
  assert.deepEqual(
    body.relatedIdentifiers.filter(
      ({ relationType }: { relationType: string }) => relationType === 'IsVersionOf',
    ),
    [{ relatedIdentifier: conceptdoi, relatedIdentifierType: 'DOI', relationType: 'IsVersionOf' }],
  );
});

conforms('90', 'response_handlers: every Accept, of an item and a search', async ({ owner }) => {
  const { id } = await createRdmRecord(owner, rdm);
  for (const Accept of [
    'application/json',
    'application/vnd.inveniordm.v1+json',
    'application/ld+json',
    'application/marcxml+xml',
    'application/vnd.citationstyles.csl+json',
    'application/vnd.datacite.datacite+json',
    'application/vnd.geo+json',
    'application/vnd.datacite.datacite+xml',
    'application/x-dc+xml',
    'text/x-bibliography',
    'application/x-bibtex',
    'application/dcat+xml',
  ]) {
    hasStatus(await owner.get(`/records/${id}`, { Accept }), 200);
    hasStatus(await owner.get('/records?size=1', { Accept }), 200);
  }
  hasStatus(await owner.get(`/records/${id}`, { Accept: 'image/png' }), 406);
  const styled = await owner.get(`/records/${id}?style=apa`, { Accept: 'text/x-bibliography' });
  assert.match(hasStatus(styled, 200).text, /^Brown, T\.?/);
  const unknown = await owner.get(`/records/${id}?style=none`, { Accept: 'text/x-bibliography' });
  assert.equal(hasStatus(unknown, 400).body.message, 'Citation string style not found.');
});
