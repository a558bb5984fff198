import assert from 'node:assert/strict';
import { conforms, hasFieldError, hasStatus } from '../case.js';
import { createDraft, createWithFile, presentation } from '../depositions.js';
import { expectedFull, fullMetadata } from '../full-metadata.js';

const list = '/deposit/depositions';

conforms('27', 'invalid_create', async ({ owner }) => {
  const before = (await owner.get(`${list}?size=100`)).body.length;
  const answer = await owner.post(list, { unknownkey: 'data', metadata: {} });
  hasFieldError(answer, 'unknownkey', 'Unknown field.');
  assert.equal((await owner.get(`${list}?size=100`)).body.length, before);
});

conforms('28', 'input_output', async ({ owner, service }) => {
  const doi = `10.1234/foo.${Date.now()}`;
  const sent = { ...fullMetadata(service.communities), doi };
  const { id } = await createDraft(owner, sent);
  const { body } = hasStatus(await owner.get(`${list}/${id}`), 200);
  const { communities, ...told } = body.metadata;
  assert.deepEqual(told, { ...expectedFull(id), doi });
  const slugs = communities.map(({ identifier }: { identifier: string }) => identifier);
  assert.deepEqual(slugs.sort(), [...service.communities].sort());
});

const related = 'metadata.related_identifiers';
for (const [number, name, value, field, message] of [
  ['29', 'no list', 'not-a-list', related, /list/],
  ['30', 'no object', ['not-a-dict'], `${related}.0`, /object/],
  [
    '31',
    'relation no string',
    [{ identifier: '10.1234/x', relation: 123 }],
    `${related}.0.relation`,
    /string/,
  ],
] as const) {
  conforms(number, `malformed_related_identifiers: ${name}`, async ({ owner }) => {
    const metadata = { ...presentation, related_identifiers: value };
    const answer = await owner.post(list, { metadata });
    hasFieldError(answer, field, message);
    assert.equal(answer.body.errors.length, 1);
  });
}

for (const [number, value] of [
  ['32', 123],
  ['33', ['cc-by-4.0']],
] as const) {
  conforms(number, `malformed_license: ${JSON.stringify(value)}`, async ({ owner }) => {
    const answer = await owner.post(list, { metadata: { ...presentation, license: value } });
    hasFieldError(answer, 'metadata.license', /Invalid license value provided/);
    assert.equal(answer.body.errors.length, 1);
  });
}

for (const [number, value] of [
  ['34', { identifier: 'x' }],
  ['35', [{ id: 'x' }]],
  ['36', ['x']],
] as const) {
  conforms(number, `malformed_communities: ${JSON.stringify(value)}`, async ({ owner }) => {
    const answer = await owner.post(list, { metadata: { ...presentation, communities: value } });
    hasFieldError(answer, 'communities', /identifier/);
  });
}

for (const [number, count] of [
  ['37', 1],
  ['38', 2],
] as const) {
  conforms(number, `valid_communities: ${count}`, async ({ owner, service }) => {
    const slugs = service.communities.slice(0, count);
    const communities = slugs.map((identifier) => ({ identifier }));
    const { metadata } = await createDraft(owner, { ...presentation, communities });
    const told = metadata.communities.map(({ identifier }: { identifier: string }) => identifier);
    assert.deepEqual(told.sort(), [...slugs].sort());
  });
}

for (const [number, license] of [
  ['39', 'cc-by-4.0'],
  ['40', { id: 'cc-by-4.0' }],
] as const) {
  conforms(number, `valid_license: ${JSON.stringify(license)}`, async ({ owner }) => {
    const { metadata } = await createDraft(owner, { ...presentation, license });
    assert.equal(metadata.license, 'cc-by-4.0');
  });
}

conforms('41', 'upload_after_published_files_read', async ({ owner }) => {
  const first = await createWithFile(owner, presentation, 'first.txt');
  const { links } = (await owner.get(first.links.self)).body;
  hasStatus(await owner.post(links.publish), 202);
  hasStatus(await owner.get(`${links.bucket}/first.txt`), 200);
  await createWithFile(owner, presentation, 'second.txt');
});
