import assert from 'node:assert/strict';
import { conforms, hasFieldError, hasStatus } from '../case.js';
import { addRdmFile, createRdmDraft, createRdmRecord, nativeFace, rdm } from '../depositions.js';

const shared = [
  'access',
  'access_grants',
  'access_links',
  'access_request',
  'access_users',
  'archive',
  'archive_media',
  'communities',
  'communities-suggestions',
  'file_modification',
  'files',
  'media_files',
  'preview_html',
  'quota_increase',
  'request_deletion',
  'requests',
  'reserve_doi',
  'self',
  'self_html',
  'self_iiif_manifest',
  'self_iiif_sequence',
  'versions',
];
const ofDrafts = ['publish', 'record', 'record_html', 'review'];
const ofRecords = [
  'doi',
  'draft',
  'latest',
  'latest_html',
  'parent',
  'parent_doi',
  'parent_doi_html',
  'parent_html',
  'self_doi',
  'self_doi_html',
];

conforms('129', 'serialized_links: draft', async ({ owner }) => {
  const { links } = await createRdmDraft(owner);
  assert.deepEqual(Object.keys(links).sort(), [...shared, ...ofDrafts].sort());
});

conforms('130', 'serialized_links: record', async ({ owner }) => {
  const { links } = await createRdmRecord(owner);
  assert.deepEqual(Object.keys(links).sort(), [...shared, ...ofRecords].sort());
  assert.equal('bucket' in links, false);
});

conforms('131', 'serialized_links: search', async ({ owner }) => {
  await createRdmRecord(owner);
  await createRdmRecord(owner);
  const { links } = (await owner.get('/records?size=1&page=2')).body;
  assert.ok(links.self && links.prev);
  assert.ok((await owner.get('/records?size=1')).body.links.next);
});

conforms('132', 'serialized_links: versions', async ({ owner }) => {
  const { id } = await createRdmRecord(owner);
  const { body } = hasStatus(await owner.get(`/records/${id}/versions`), 200);
  assert.equal(body.hits.total, 1);
  assert.ok(body.links.self.includes(`/records/${id}/versions`));
});

conforms('133', 'signposting', async ({ owner }) => {
  const { id, links } = await createRdmRecord(owner);
  const record = await owner.get(`/records/${id}`);
  const expected = `<${links.self}> ; rel="linkset" ; type="application/linkset+json"`;
  assert.equal(record.headers.get('link'), expected);
  const Accept = 'application/linkset+json';
  const { body } = hasStatus(await owner.get(`/records/${id}`, { Accept }), 200);
  assert.ok(body.linkset[0].anchor && body.linkset[0].item.length === 1);
});

conforms('134', 'request_deletion', async ({ owner, other, anonymous }) => {
  const { id } = await createRdmRecord(owner);
  const url = `/records/${id}/request-deletion`;
  hasStatus(await other.post(url, { reason: 'spam' }), 403);
  hasStatus(await anonymous.post(url, { reason: 'spam' }), 403);
  hasFieldError(await owner.post(url, {}), 'reason', /./);
  hasStatus(await owner.post(url, { reason: 'spam' }), 200);
  hasStatus(await owner.post(url, { reason: 'spam' }), 410);
  hasStatus(await owner.post('/records/999999999/request-deletion', { reason: 'spam' }), 404);
});

conforms('135', 'community review: put, read, submit, delete', async ({ owner, service }) => {
  const [slug = ''] = service.communities;
  const { id } = await createRdmDraft(owner);
  const review = `/records/${id}/draft/review`;
  const body = { receiver: { community: slug }, type: 'community-submission' };
  hasStatus(await owner.json('PUT', review, body), 200);
  hasStatus(await owner.get(review), 200);
  hasStatus(await owner.remove(review), 204);
  hasStatus(await owner.get(review), 404);
});

conforms('136', 'record_resource: edits, versions, redirect to latest', async ({ owner }) => {
  const first = await createRdmRecord(owner);
  hasStatus(await owner.post(`/records/${first.id}/draft`), 201);
  hasStatus(await owner.post(`/records/${first.id}/draft`), 201);
  const { body: next } = hasStatus(
    await owner.json('POST', `/records/${first.id}/versions`, {}, nativeFace),
    201,
  );
  await addRdmFile(owner, next.id);
  hasStatus(await owner.json('PUT', `/records/${next.id}/draft`, rdm), 200);
  hasStatus(await owner.post(`/records/${next.id}/draft/actions/publish`), 202);
  const versions = (await owner.get(`/records/${first.id}/versions`, nativeFace)).body.hits;
  assert.deepEqual(
    versions.hits.map(({ id }: { id: string }) => id),
    [next.id, first.id],
  );
  const latest = hasStatus(await owner.get(`/records/${first.id}/versions/latest`), 301);
  assert.equal(latest.headers.get('location'), next.links.record);
  assert.equal(latest.body.location, next.links.record);
});

conforms('137', 'files_resource: import files into a new version', async ({ owner }) => {
  const { id } = await createRdmRecord(owner);
  const next = (await owner.json('POST', `/records/${id}/versions`, {}, nativeFace)).body;
  const files = `/records/${next.id}/draft/files`;
  assert.deepEqual((await owner.get(files)).body.entries, []);
  const imported = `/records/${next.id}/draft/actions/files-import`;
  assert.equal(hasStatus(await owner.post(imported), 201).body.entries.length, 1);
  hasFieldError(await owner.post(imported), 'files.enabled', 'Please remove all files first.');
  const first = await createRdmDraft(owner);
  hasStatus(await owner.post(`/records/${first.id}/draft/actions/files-import`), 404);
});
