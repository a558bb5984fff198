import assert from 'node:assert/strict';
import { conforms, hasFieldError, hasStatus } from '../case.js';
import { addRdmFile, createRdmDraft, createRdmRecord, nativeFace, rdm } from '../depositions.js';

const withTitle = (title: string) => ({ ...rdm, metadata: { ...rdm.metadata, title } });

conforms('76', 'simple_flow', async ({ owner }) => {
  const { id } = await createRdmDraft(owner);
  hasStatus(await owner.get(`/records/${id}/draft`, nativeFace), 200);
  const title = `Quick title ${id}`;
  hasStatus(await owner.json('PUT', `/records/${id}/draft`, withTitle(title)), 200);
  await addRdmFile(owner, id);
  hasStatus(await owner.post(`/records/${id}/draft/actions/publish`), 202);
  hasStatus(await owner.get(`/records/${id}`), 200);
  const found = await owner.get(`/records?q=${encodeURIComponent(`recid:${id}`)}`);
  assert.equal(found.body.hits.total, 1);
});

conforms('77', 'create_partial_draft', async ({ owner }) => {
  const { errors } = await createRdmDraft(owner, withTitle(''));
  assert.deepEqual(errors, [
    { field: 'metadata.title', messages: ['Shorter than minimum length 3.'] },
  ]);
});

conforms('78', 'create_draft_w_extra_fields', async ({ owner }) => {
  const draft = await createRdmDraft(owner, { ...rdm, unknown: 'x' });
  assert.equal('unknown' in draft, false);
});

conforms('79', 'read_draft', async ({ owner }) => {
  const { id } = await createRdmDraft(owner);
  hasStatus(await owner.get(`/records/${id}/draft`), 200);
});

conforms('80', 'update_draft', async ({ owner }) => {
  const { id } = await createRdmDraft(owner);
  const put = await owner.json('PUT', `/records/${id}/draft`, withTitle('New title'), nativeFace);
  assert.equal(hasStatus(put, 200).body.metadata.title, 'New title');
  const { body } = await owner.get(`/records/${id}/draft`, nativeFace);
  assert.equal(body.metadata.title, 'New title');
});

conforms('81', 'multiple geometries', async ({ owner }) => {
  const features = [
    { geometry: { type: 'Point', coordinates: [6.05, 46.23] }, place: 'CERN' },
    { geometry: { type: 'Point', coordinates: [7.1, 47.5] }, place: 'Elsewhere' },
  ];
  const body = { ...rdm, metadata: { ...rdm.metadata, locations: { features } } };
  const draft = await createRdmDraft(owner, body);
  assert.equal(draft.metadata.locations.features.length, 2);
  hasStatus(await owner.json('PUT', `/records/${draft.id}/draft`, body), 200);
});

conforms('82', 'update_partial_draft', async ({ owner }) => {
  const { id } = await createRdmDraft(owner);
  const put = await owner.json('PUT', `/records/${id}/draft`, withTitle(''), nativeFace);
  assert.equal(hasStatus(put, 200).body.errors[0].field, 'metadata.title');
  const { body } = await owner.get(`/records/${id}/draft`, nativeFace);
  assert.equal('title' in body.metadata, false);
});

conforms('83', 'delete_draft', async ({ owner }) => {
  const { id } = await createRdmDraft(owner);
  hasStatus(await owner.remove(`/records/${id}/draft`), 204);
  hasStatus(await owner.get(`/records/${id}/draft`), 404);
});

conforms('84', 'publish_draft', async ({ owner }) => {
  const { id } = await createRdmRecord(owner);
  hasStatus(await owner.get(`/records/${id}/draft`), 404);
  hasStatus(await owner.get(`/records/${id}`), 200);
});

conforms('85', 'publish with dates', async ({ owner }) => {
  const dates = [{ date: '1939/1945', type: { id: 'other' }, description: 'A war' }];
  const body = { ...rdm, metadata: { ...rdm.metadata, dates } };
  const { metadata } = await createRdmRecord(owner, body);
  assert.deepEqual(metadata.dates[0].date, '1939/1945');
});

conforms('86', 'user_records_and_drafts', async ({ owner }) => {
  const total = async (query: string) =>
    hasStatus(await owner.get(`/user/records${query}`), 200).body.hits.total as number;
  const before = await Promise.all(['', '?is_published=true', '?is_published=false'].map(total));
  await createRdmDraft(owner);
  await createRdmRecord(owner);
  const after = await Promise.all(['', '?is_published=true', '?is_published=false'].map(total));
  assert.deepEqual(
    after.map((count, index) => count - (before[index] ?? 0)),
    [2, 1, 1],
  );
});

conforms('87', 'multiple_files_record', async ({ owner }) => {
  const { id } = await createRdmDraft(owner);
  for (const key of ['one.txt', 'two.txt']) await addRdmFile(owner, id, key);
  const { entries } = (await owner.get(`/records/${id}/draft/files`)).body;
  for (const { key, links } of entries) {
    const self = `/records/${id}/draft/files/${key}`;
    assert.ok(links.self.endsWith(self));
    assert.ok(links.content.endsWith(`${self}/content`) && links.commit.endsWith(`${self}/commit`));
  }
  hasStatus(await owner.post(`/records/${id}/draft/actions/publish`), 202);
});

conforms('88', 'restricted_records_disabled', async ({ owner }) => {
  const { id } = await createRdmDraft(owner);
  const body = { ...rdm, access: { record: 'restricted', files: 'restricted' } };
  const answer = await owner.json('PUT', `/records/${id}/draft`, body);
  hasFieldError(answer, 'access', "You don't have permissions to manage record access.");
});

conforms('89', 'link creation, update, deletion', async ({ owner, other, anonymous }) => {
  const { id } = await createRdmRecord(owner, {
    ...rdm,
    access: { record: 'public', files: 'restricted' },
  });
  const links = `/records/${id}/access/links`;
  hasStatus(await other.post(links, { permission: 'view' }), 403);
  hasFieldError(await owner.post(links, { permission: 'own' }), 'permission', /one of/);
  hasFieldError(await owner.post(links, { expires_at: '2000-01-01' }), 'expires_at', /future/);
  const link = hasStatus(await owner.post(links, { permission: 'view' }), 201).body;
  assert.equal(hasStatus(await owner.get(links), 200).body.hits.total, 1);
  hasStatus(await anonymous.get(`/records/${id}/files`), 403);
  hasStatus(await anonymous.get(`/records/${id}/files?token=${link.token}`), 200);
  const patched = await owner.json('PATCH', `${links}/${link.id}`, { permission: 'preview' });
  assert.equal(hasStatus(patched, 200).body.permission, 'preview');
  hasStatus(await owner.remove(`${links}/${link.id}`), 204);
  hasStatus(await owner.get(`${links}/${link.id}`), 404);
  hasStatus(await anonymous.get(`/records/${id}/files?token=${link.token}`), 403);
});

conforms('91', 'reserve_pid', async ({ owner, service }) => {
  const { id } = await createRdmDraft(owner);
  const reserve = () => owner.json('POST', `/records/${id}/draft/pids/doi`, {}, nativeFace);
  const { body } = hasStatus(await reserve(), 201);
  assert.equal(body.pids.doi.identifier, `${service.prefix}/zenodo.${id}`);
  hasFieldError(await reserve(), 'pids.doi', 'A PID already exists for type doi');
});

conforms('92', 'discard_pid', async ({ owner }) => {
  const { id } = await createRdmDraft(owner);
  await owner.post(`/records/${id}/draft/pids/doi`);
  const gone = await owner.send('DELETE', `/records/${id}/draft/pids/doi`, { headers: nativeFace });
  assert.deepEqual(hasStatus(gone, 200).body.pids, {});
});

conforms('93', 'publish_pid_flow', async ({ owner }) => {
  const { id } = await createRdmDraft(owner);
  const reserved = await owner.json('POST', `/records/${id}/draft/pids/doi`, {}, nativeFace);
  await addRdmFile(owner, id);
  const done = await owner.json('POST', `/records/${id}/draft/actions/publish`, {}, nativeFace);
  const { doi } = hasStatus(done, 202).body.pids;
  assert.deepEqual([doi.client, doi.identifier], ['datacite', reserved.body.pids.doi.identifier]);
});

conforms('94', 'publish_errors: simple_field_error', async ({ owner }) => {
  const metadata = { ...rdm.metadata, publication_date: '' };
  const { id } = await createRdmDraft(owner, { ...rdm, metadata });
  await addRdmFile(owner, id);
  const answer = await owner.post(`/records/${id}/draft/actions/publish`);
  hasFieldError(answer, 'metadata.publication_date', 'Missing data for required field.');
  assert.equal(answer.body.errors.length, 1);
});

conforms('95', 'publish_errors: nested_field_error', async ({ owner }) => {
  const creators = [
    rdm.metadata.creators[0],
    { person_or_org: { type: 'organizational', name: '' } },
  ];
  const { id } = await createRdmDraft(owner, { ...rdm, metadata: { ...rdm.metadata, creators } });
  await addRdmFile(owner, id);
  const answer = await owner.post(`/records/${id}/draft/actions/publish`);
  hasFieldError(answer, 'metadata.creators.1.person_or_org.name', 'Name cannot be blank.');
});

const external = (identifier: string) => ({
  ...rdm,
  pids: { doi: { identifier, provider: 'external' } },
});

conforms('96', 'external_doi_cleanup', async ({ owner }) => {
  const doi = `10.4321/cleanup.${Date.now()}`;
  const first = await createRdmDraft(owner, external(doi));
  assert.equal(first.errors, undefined);
  hasStatus(await owner.json('PUT', `/records/${first.id}/draft`, { ...rdm, pids: {} }), 200);
  assert.equal((await createRdmDraft(owner, external(doi))).errors, undefined);
});

conforms('97', 'duplicate_detection', async ({ owner }) => {
  const doi = `10.4321/twice.${Date.now()}`;
  await createRdmRecord(owner, external(doi));
  const { errors } = await createRdmDraft(owner, external(doi));
  assert.deepEqual(errors, [{ field: 'pids.doi', messages: [`doi:${doi} already exists.`] }]);
});

conforms('98', 'blocked_prefix', async ({ owner, service }) => {
  const { errors } = await createRdmDraft(owner, external(`${service.prefix}/mine`));
  assert.deepEqual(errors, [
    {
      field: 'pids.doi',
      messages: [
        `The prefix '${service.prefix}' is managed by Zenodo. Please supply an external DOI or select 'No' to have a DOI generated for you.`,
      ],
    },
  ]);
});

conforms('99', 'doi_required', async ({ owner }) => {
  const { errors } = await createRdmDraft(owner, external(''));
  assert.deepEqual(errors, [{ field: 'pids.doi', messages: ['Missing DOI for required field.'] }]);
});

conforms('100', 'publish without a publisher', async ({ owner }) => {
  const metadata = { ...rdm.metadata, publisher: undefined };
  const { id } = await createRdmDraft(owner, { ...rdm, metadata });
  await addRdmFile(owner, id);
  const answer = await owner.post(`/records/${id}/draft/actions/publish`);
  const message = 'Missing publisher field required for DOI registration.';
  hasFieldError(answer, 'metadata.publisher', message);
});

conforms('101', 'required_pids_removed', async ({ owner }) => {
  const { id } = await createRdmRecord(owner);
  hasStatus(await owner.post(`/records/${id}/draft`), 201);
  hasStatus(await owner.json('PUT', `/records/${id}/draft`, { ...rdm, pids: {} }), 200);
  const done = await owner.json('POST', `/records/${id}/draft/actions/publish`, {}, nativeFace);
  assert.equal(hasStatus(done, 202).body.pids.oai.identifier, `oai:zenodo.org:${id}`);
});
