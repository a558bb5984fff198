import assert from 'node:assert/strict';
import { conforms, hasFieldError, hasStatus } from '../case.js';
import { createDraft, createPublished, createWithFile, presentation } from '../depositions.js';

const list = '/deposit/depositions';

conforms('own-3', 'edit and discard returns to done', async ({ owner }) => {
  const { links, id } = await createPublished(owner);
  const edited = hasStatus(await owner.post(links.edit), 201).body;
  assert.deepEqual([edited.state, edited.submitted], ['inprogress', true]);
  hasStatus(await owner.post(links.discard), 204);
  assert.equal((await owner.get(`${list}/${id}`)).body.state, 'done');
  hasStatus(await owner.post(links.discard), 404);
});

conforms('own-4', 'discard of an unsubmitted deposition deletes it', async ({ owner }) => {
  const { links } = await createDraft(owner);
  hasStatus(await owner.post(links.discard), 204);
  hasStatus(await owner.get(links.self), 404);
});

conforms('own-5', 'newversion twice, and again without files', async ({ owner }) => {
  const { links } = await createPublished(owner);
  const next = hasStatus(await owner.post(links.newversion), 201).body;
  hasFieldError(
    await owner.post(links.newversion),
    'files.enabled',
    'Please remove all files first.',
  );
  for (const file of next.files)
    hasStatus(await owner.remove(`${next.links.files}/${file.id}`), 204);
  const again = hasStatus(await owner.post(links.newversion), 201).body;
  assert.deepEqual([again.id, again.files.length], [next.id, 1]);
});

conforms('own-6', 'publish of a second version', async ({ owner }) => {
  const first = await createPublished(owner, { ...presentation, version: 'v1' });
  const next = (await owner.post(first.links.newversion)).body;
  assert.equal('version' in next.metadata, false);
  assert.equal(next.conceptdoi, first.conceptdoi);
  const second = hasStatus(await owner.post(next.links.publish), 202).body;
  assert.notEqual(second.id, first.id);
  assert.deepEqual(
    [second.conceptdoi, second.conceptrecid],
    [first.conceptdoi, first.conceptrecid],
  );
  const { relations } = (await owner.get(`/records/${second.id}`)).body.metadata;
  assert.deepEqual([relations.version[0].index, relations.version[0].is_last], [1, true]);
  const concept = await owner.get(`/records/${first.conceptrecid}`);
  assert.match(hasStatus(concept, 302).headers.get('location') ?? '', new RegExp(`/${second.id}$`));
});

conforms(
  'own-7',
  'metadata of a published record: edit, update, publish keeps the DOI',
  async ({ owner }) => {
    const { id, doi, links } = await createPublished(owner);
    hasStatus(await owner.post(links.edit), 201);
    const metadata = { ...presentation, title: 'Corrected' };
    hasStatus(await owner.json('PUT', `${list}/${id}`, { metadata }), 200);
    hasStatus(await owner.put(`${links.bucket}/new.txt`, 'x'), 403);
    const published = hasStatus(await owner.post(links.publish), 202).body;
    assert.deepEqual([published.doi, published.title], [doi, 'Corrected']);
  },
);

conforms('own-8', 'a whole deposition cannot be sent back', async ({ owner }) => {
  const { links } = await createDraft(owner);
  const whole = (await owner.get(links.self)).body;
  hasFieldError(await owner.json('PUT', links.self, whole), 'links', 'Unknown field.');
});

conforms('own-9', 'content types are exact', async ({ owner }) => {
  const { links } = await createDraft(owner);
  const charset = { 'Content-Type': 'application/json; charset=utf-8' };
  hasStatus(await owner.json('PUT', links.self, { metadata: {} }, charset), 415);
  const { body } = hasStatus(await owner.put(`${links.bucket}/a.zip`, 'x', 'application/zip'), 415);
  assert.deepEqual(body, {
    status: 415,
    message: "Invalid 'Content-Type' header. Expected one of: application/octet-stream",
  });
  hasStatus(await owner.get(links.self, { Accept: 'text/html' }), 406);
  const broken = { body: '{', headers: { 'Content-Type': 'application/json' } };
  const { body: told } = hasStatus(await owner.send('PUT', links.self, broken), 400);
  assert.equal(told.message, 'Unable to decode JSON data in request body.');
});

conforms('own-10', 'a bucket takes no empty file, and keys as they are', async ({ owner }) => {
  const { links } = await createDraft(owner);
  hasStatus(await owner.put(`${links.bucket}/empty.txt`, ''), 400);
  for (const key of ['a b.txt', 'ü#?%.txt', '日本語.csv']) {
    const encoded = encodeURIComponent(key);
    const { body } = hasStatus(await owner.put(`${links.bucket}/${encoded}`, 'x'), 201);
    assert.equal(body.key, key);
    assert.equal((await owner.get(body.links.self)).text, 'x', key);
  }
  hasStatus(await owner.put(`${links.bucket}/folder%2Fa.txt`, 'x'), 404);
  hasStatus(await owner.put(`${links.bucket}/folder/a.txt`, 'x'), 404);
});

conforms('own-11', 'overwriting a key gives it another version', async ({ owner }) => {
  const { links } = await createDraft(owner);
  const first = hasStatus(await owner.put(`${links.bucket}/a.txt`, 'one'), 201).body;
  const second = hasStatus(await owner.put(`${links.bucket}/a.txt`, 'two'), 201).body;
  assert.notEqual(first.version_id, second.version_id);
  assert.equal((await owner.get(links.self)).body.files.length, 1);
  hasStatus(await owner.get(links.bucket), 500);
});

conforms('own-12', 'more than a hundred files are refused', async ({ owner }) => {
  const { links } = await createDraft(owner);
  for (let n = 0; n < 100; n += 1) await owner.put(`${links.bucket}/${n}.txt`, 'x');
  const { body } = hasStatus(await owner.put(`${links.bucket}/101.txt`, 'x'), 400);
  assert.match(body.message, /exceeding the max amount/);
});

conforms('own-13', 'paths and query strings', async ({ owner }) => {
  hasStatus(await owner.get(`${list}/`), 404);
  hasStatus(await owner.get('/records/'), 301);
  const { body } = hasStatus(await owner.get('/no-such-thing'), 404);
  assert.deepEqual(Object.keys(body), ['message', 'status']);
  hasStatus(await owner.send('HEAD', list), 200);
  hasStatus(await owner.get(`${list}?page=101&size=100`), 400);
  hasFieldError(await owner.get(`${list}?sort=upside-down`), '_schema', /Invalid sort option/);
});

conforms('own-14', 'defaults, silent drops and late errors', async ({ owner }) => {
  const metadata = {
    ...presentation,
    title: 'ab',
    version: 'x'.repeat(200),
    publication_date: 'soon',
  };
  const draft = await createWithFile(owner, metadata);
  assert.deepEqual(
    [draft.title, draft.metadata.version, draft.metadata.publication_date],
    ['', undefined, undefined],
  );
  const answer = await owner.post(draft.links.publish);
  hasFieldError(answer, 'metadata.title', 'Missing data for required field.');
  hasFieldError(answer, 'metadata.publication_date', 'Missing data for required field.');
});

conforms('own-15', 'a draft without files is refused after its metadata', async ({ owner }) => {
  const { links } = await createDraft(owner);
  hasFieldError(await owner.post(links.publish), 'files.enabled', /Missing uploaded files/);
});

conforms('own-16', 'headers of every answer', async ({ owner }) => {
  const { headers } = await owner.get(list);
  for (const name of [
    'x-ratelimit-limit',
    'x-ratelimit-remaining',
    'x-ratelimit-reset',
    'retry-after',
  ]) {
    assert.match(headers.get(name) ?? '', /^\d+$/, name);
  }
  assert.equal(headers.get('access-control-allow-origin'), '*');
});

conforms(
  'own-17',
  'a token in the query is as good as a header',
  async ({ anonymous, service }) => {
    hasStatus(await anonymous.get(`${list}?access_token=${service.tokens.owner}`), 200);
    hasStatus(await anonymous.get(`${list}?access_token=wrong`), 403);
  },
);

conforms('own-18', 'a bad token with cookies meets the CSRF check', async ({ anonymous }) => {
  const headers = { Cookie: 'session=x', Authorization: 'Bearer wrong' };
  const { body } = hasStatus(await anonymous.send('POST', list, { headers }), 400);
  assert.equal(body.message, 'CSRF cookie not set.');
});

conforms('own-19', 'an external DOI is kept and its record has no versions', async ({ owner }) => {
  const doi = `10.1234/external.${Date.now()}`;
  const record = await createPublished(owner, { ...presentation, doi });
  assert.deepEqual([record.doi, record.conceptdoi], [doi, undefined]);
  hasStatus(await owner.post(record.links.newversion), 403);
});
