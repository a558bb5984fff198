import assert from 'node:assert/strict';
import { conforms, hasStatus } from '../case.js';
import {
  createDraft,
  createPublished,
  createRdmRecord,
  createWithFile,
  nativeFace,
  presentation,
  rdm,
} from '../depositions.js';

conforms('51', 'autoaccept_owned_communities', async ({ owner, service }) => {
  const [slug = ''] = service.communities;
  const metadata = { ...presentation, communities: [{ identifier: slug }] };
  const draft = await createWithFile(owner, metadata);
  assert.deepEqual(draft.metadata.communities, [{ identifier: slug }]);
  hasStatus(await owner.post(draft.links.publish), 202);
  const { body } = hasStatus(await owner.get(`/records/${draft.id}`), 200);
  assert.deepEqual(body.metadata.communities, [{ id: slug }]);
  const native = (await owner.get(`/records/${draft.id}`, nativeFace)).body;
  assert.equal('legacy:communities' in native.custom_fields, false);
});

const type = 'application/custom+xml';
const query = `mimetype=${encodeURIComponent(type)}`;

conforms('52', 'extra_formats: before upload', async ({ owner }) => {
  const { id } = await createPublished(owner);
  for (const url of [`/deposit/depositions/${id}/formats`, `/records/${id}/formats`]) {
    hasStatus(await owner.get(url, { Accept: type }), 404);
    hasStatus(await owner.get(`${url}?${query}`), 404);
    assert.deepEqual(hasStatus(await owner.get(url), 400).body, {
      message: 'Invalid extra format MIMEType.',
      status: 400,
    });
    assert.deepEqual(hasStatus(await owner.send('OPTIONS', url), 200).body, []);
  }
});

conforms('53', 'extra_formats: upload', async ({ owner }) => {
  const { id } = await createPublished(owner);
  const deposit = `/deposit/depositions/${id}/formats`;
  const { body } = hasStatus(await owner.put(deposit, '<xml></xml', type), 200);
  assert.deepEqual(body, { message: `Extra format "${type}" updated.` });
  for (const url of [deposit, `/records/${id}/formats`]) {
    assert.equal(hasStatus(await owner.get(url, { Accept: type }), 200).text, '<xml></xml');
    assert.equal(hasStatus(await owner.get(`${url}?${query}`), 200).text, '<xml></xml');
    const [entry, ...others] = hasStatus(await owner.send('OPTIONS', url), 200).body;
    const { mimetype, key, size, status, storage_class } = entry;
    assert.deepEqual(
      { mimetype, key, size, status, storage_class },
      {
        mimetype: 'application/octet-stream',
        key: type,
        size: 10,
        status: 'completed',
        storage_class: 'L',
      },
    );
    assert.equal(others.length, 0);
  }
});

conforms('54', 'extra_formats: delete', async ({ owner }) => {
  const { id } = await createPublished(owner);
  const deposit = `/deposit/depositions/${id}/formats`;
  await owner.put(deposit, '<xml></xml', type);
  const gone = await owner.send('DELETE', deposit, { headers: { 'Content-Type': type } });
  assert.deepEqual(hasStatus(gone, 200).body, { message: `Extra format "${type}" deleted.` });
  hasStatus(await owner.get(deposit, { Accept: type }), 404);
  assert.deepEqual((await owner.send('OPTIONS', `/records/${id}/formats`)).body, []);
});

conforms('55', 'file_link_serialization: slash and space in a key', async ({ owner }) => {
  const draft = (await owner.json('POST', '/records', rdm)).body;
  const key = 'project/report%20draft.pdf';
  const files = `/records/${draft.id}/draft/files`;
  hasStatus(await owner.post(files, [{ key: 'project/report draft.pdf' }]), 201);
  hasStatus(await owner.put(`${files}/${key}/content`, 'pdf'), 200);
  hasStatus(await owner.post(`${files}/${key}/commit`), 200);
  const [file] = (await owner.get(`/deposit/depositions/${draft.id}/files`)).body;
  assert.ok(file.links.download.endsWith(`/records/${draft.id}/draft/files/${key}/content`));
  hasStatus(await owner.post(`/records/${draft.id}/draft/actions/publish`), 202);
  const record = (await owner.get(`/records/${draft.id}`)).body;
  const { self } = record.files[0].links;
  assert.ok(self.endsWith(`/records/${draft.id}/files/${key}/content`), self);
  assert.equal((await owner.get(self)).text, 'pdf');
});

const funder = { id: '00k4n6c32' };
const award = { id: '00k4n6c32::755021' };
for (const [number, name, funding, codes] of [
  ['56', 'without funder', [{ award }], []],
  ['57', 'without award', [{ funder }], []],
  ['58', 'complete', [{ funder, award }], ['755021']],
] as const) {
  conforms(number, `grant_serialization: ${name}`, async ({ owner }) => {
    const body = { ...rdm, metadata: { ...rdm.metadata, funding } };
    const { id } = await createRdmRecord(owner, body);
    const { metadata } = (await owner.get(`/records/${id}`)).body;
    const told = (metadata.grants ?? []).map(({ code }: { code: string }) => code);
    assert.deepEqual(told, codes);
  });
}

conforms('own-1', 'an unknown community is passed over in silence', async ({ owner }) => {
  const communities = [{ identifier: 'no-such-community' }];
  const { id, links } = await createWithFile(owner, { ...presentation, communities });
  hasStatus(await owner.post(links.publish), 202);
  assert.equal('communities' in (await owner.get(`/records/${id}`)).body.metadata, false);
  await createDraft(owner);
});
