import assert from 'node:assert/strict';
import { conforms, hasFieldError, hasStatus } from '../case.js';
import { addRdmFile, createRdmDraft, createRdmRecord, statuses } from '../depositions.js';

conforms('102', 'allow_edit: unlocked files may be changed in an edit', async ({ owner }) => {
  const { id } = await createRdmRecord(owner);
  hasStatus(await owner.post(`/records/${id}/file-modification`, {}), 200);
  await addRdmFile(owner, id, 'more.txt');
  hasStatus(await owner.remove(`/records/${id}/draft/files/test.txt`), 204);
  hasStatus(await owner.post(`/records/${id}/draft/actions/publish`), 202);
  const { entries } = (await owner.get(`/records/${id}/files`)).body;
  assert.deepEqual(
    entries.map(({ key }: { key: string }) => key),
    ['more.txt'],
  );
});

conforms('103', 'deny_edit: files of an edit are locked', async ({ owner }) => {
  const { id } = await createRdmRecord(owner);
  hasStatus(await owner.post(`/records/${id}/draft`), 201);
  const files = `/records/${id}/draft/files`;
  await owner.post(files, [{ key: 'more.txt' }]);
  hasStatus(await owner.put(`${files}/more.txt/content`, 'x'), 403);
});

conforms('104', 'deleted record', async ({ owner, superuser, anonymous }) => {
  const { id } = await createRdmRecord(owner);
  hasStatus(await owner.post(`/records/${id}/request-deletion`, { reason: 'test-record' }), 200);
  const urls = ['', '/files', '/files/test.txt', '/files/test.txt/content', '/files-archive'];
  for (const url of urls.map((suffix) => `/records/${id}${suffix}`)) {
    assert.deepEqual(await statuses(superuser.get(url), anonymous.get(url)), [200, 410], url);
  }
  const { body } = await anonymous.get(`/records/${id}`);
  assert.equal(body.message, 'Record deleted');
  assert.ok(body.tombstone);
});

for (const number of ['105', '106']) {
  conforms(number, 'file name with a slash', async ({ owner }) => {
    const { id } = await createRdmDraft(owner);
    await addRdmFile(owner, id, 'folder/test.pdf');
    const file = `/records/${id}/draft/files/folder/test.pdf`;
    assert.equal(hasStatus(await owner.get(file), 200).body.key, 'folder/test.pdf');
    assert.equal(hasStatus(await owner.get(`${file}/content`), 200).text, 'content');
    hasStatus(await owner.post(`/records/${id}/draft/actions/publish`), 202);
    hasStatus(await owner.get(`/records/${id}/files/folder/test.pdf/content`), 200);
  });
}

conforms('138', 'files_api_flow', async ({ owner }) => {
  const { id } = await createRdmDraft(owner);
  const files = `/records/${id}/draft/files`;
  const { entries } = hasStatus(await owner.post(files, [{ key: 'test.pdf', size: 7 }]), 201).body;
  assert.deepEqual([entries[0].key, entries[0].status], ['test.pdf', 'pending']);
  const file = `${files}/test.pdf`;
  const written = hasStatus(await owner.put(`${file}/content`, 'content'), 200).body;
  assert.equal(written.status, 'pending');
  assert.equal(hasStatus(await owner.post(`${file}/commit`), 200).body.status, 'completed');
  const described = await owner.json('PUT', file, { metadata: { title: 'New title' } });
  assert.deepEqual(hasStatus(described, 200).body.metadata, { title: 'New title' });
  const listed = (await owner.get(files)).body.entries[0];
  assert.deepEqual([listed.size, listed.checksum], [7, 'md5:9a0364b9e99bb480dd25e1f0284c8555']);
  hasStatus(await owner.remove(file), 204);
  assert.deepEqual((await owner.get(files)).body.entries, []);
});

conforms('139', 'empty_file: Zenodo takes none', async ({ owner }) => {
  const { id } = await createRdmDraft(owner);
  const files = `/records/${id}/draft/files`;
  await owner.post(files, [{ key: 'empty.txt' }]);
  const { body } = hasStatus(await owner.put(`${files}/empty.txt/content`, ''), 400);
  assert.equal(body.message, 'Empty files are not accepted.');
});

conforms('140', 'default_preview', async ({ owner }) => {
  const { id } = await createRdmDraft(owner);
  await addRdmFile(owner, id);
  const files = `/records/${id}/draft/files`;
  assert.equal((await owner.get(files)).body.default_preview, null);
  const set = await owner.json('PUT', files, { default_preview: 'test.txt' });
  assert.equal(hasStatus(set, 200).body.default_preview, 'test.txt');
  await owner.remove(`${files}/test.txt`);
  assert.equal((await owner.get(files)).body.default_preview, null);
});

conforms('141', 'file_api_errors', async ({ owner }) => {
  const { id } = await createRdmDraft(owner);
  const files = `/records/${id}/draft/files`;
  hasFieldError(await owner.post(files, { key: 'a' }), '0._schema', 'Invalid input type.');
  assert.equal(hasStatus(await owner.post(files, []), 400).body.message, 'No files to upload.');
  hasStatus(await owner.post(files, [{ key: 'a', transfer: { type: 'none' } }]), 400);
  hasStatus(await owner.post(files, [{ key: 'a' }]), 201);
  const { body } = hasStatus(await owner.post(files, [{ key: 'a' }]), 400);
  assert.equal(body.message, 'File with key a already exists.');
});

conforms('142', 'no route writes files of a record', async ({ owner }) => {
  const { id } = await createRdmRecord(owner);
  for (const [method, url] of [
    ['POST', '/files'],
    ['PUT', '/files/test.txt'],
    ['PUT', '/files/test.txt/content'],
    ['DELETE', '/files/test.txt'],
  ] as const) {
    hasStatus(await owner.send(method, `/records/${id}${url}`), 405);
  }
});

conforms('143', 'files cannot be switched off while there are some', async ({ owner }) => {
  const { id } = await createRdmDraft(owner);
  await addRdmFile(owner, id);
  hasStatus(await owner.json('PUT', `/records/${id}/draft/files`, { enabled: false }), 400);
});

conforms('144', 'download_archive', async ({ owner }) => {
  const { id } = await createRdmRecord(owner);
  const archive = hasStatus(await owner.get(`/records/${id}/files-archive`), 200);
  assert.equal(archive.headers.get('content-type'), 'application/zip');
  assert.ok(archive.text.startsWith('PK') && archive.text.includes('test.txt'));
  assert.ok(archive.text.includes('content'), 'stored, not deflated');
});

conforms('145', 'multipart transfer: announced, then refused', async ({ owner }) => {
  const { id } = await createRdmDraft(owner);
  const files = `/records/${id}/draft/files`;
  const transfer = { type: 'M', parts: 2, part_size: 10 };
  hasStatus(await owner.post(files, [{ key: 'a.bin', transfer }]), 400);
  hasStatus(await owner.post(files, [{ key: 'a.bin', size: 17, transfer }]), 201);
  hasStatus(await owner.put(`${files}/a.bin/content/1`, '0123456789'), 403);
  hasStatus(await owner.post(`${files}/a.bin/commit`), 403);
});

// Zenodo has ranges switched off: whatever is asked for, the whole file comes.
for (const [number, range] of [
  ['146', 'bytes=0-3'],
  ['147', 'bytes=-3'],
  ['148', 'bytes=100-200'],
  ['149', 'bits=x'],
] as const) {
  conforms(number, `range request ${range}: the whole file`, async ({ owner }) => {
    const { id } = await createRdmRecord(owner);
    const content = `/records/${id}/files/test.txt/content`;
    assert.equal(hasStatus(await owner.get(content, { Range: range }), 200).text, 'content');
  });
}
