import assert from 'node:assert/strict';
import { conforms, hasFieldError, hasStatus } from '../case.js';
import { createPublished, nativeFace, presentation } from '../depositions.js';

conforms('own-37', 'asking for files: what is no request', async ({ owner, anonymous }) => {
  const { id } = await createPublished(owner, { ...presentation, access_right: 'restricted' });
  const ask = `/records/${id}/access/request`;
  hasFieldError(await anonymous.post(ask, { email: 'me' }), 'email', 'Not a valid email address.');
  hasFieldError(await anonymous.post(ask, { reason: 'none' }), 'reason', 'Unknown field.');
  hasStatus(await anonymous.post('/records/0/access/request', {}), 404);
  hasStatus(await anonymous.get(ask), 405);
});

conforms('own-38', 'secret links: permission, and no longer life', async ({ owner }) => {
  const { id } = await createPublished(owner);
  const links = `/records/${id}/access/links`;
  const required = 'An access permission level is required';
  hasFieldError(await owner.post(links, {}), 'permission', required);
  const until = { permission: 'view', expires_at: '2999-01-01' };
  const link = hasStatus(await owner.post(links, until), 201).body;
  hasFieldError(
    await owner.json('PATCH', `${links}/${link.id}`, { expires_at: '2999-02-01' }),
    'expires_at',
    'Cannot postpone expiration of links',
  );
  hasStatus(await owner.json('PUT', `${links}/${link.id}`, until), 405);
});

conforms('own-40', 'communities: a list, and one', async ({ anonymous, service }) => {
  const [slug = ''] = service.communities;
  const { body } = hasStatus(await anonymous.get(`/communities?q=${slug}&size=1`), 200);
  assert.deepEqual(Object.keys(body).sort(), ['aggregations', 'hits', 'links', 'sortBy']);
  assert.equal(body.hits.hits.length, 1);
  const self = new URL(body.links.self).searchParams;
  assert.deepEqual([self.get('page'), self.get('size'), self.get('sort')], ['1', '1', 'bestmatch']);
  hasFieldError(await anonymous.get('/communities?sort=up'), '_schema', /Invalid sort option/);

  const one = hasStatus(await anonymous.get(`/communities/${slug}`), 200);
  for (const name of ['access', 'created', 'id', 'links', 'metadata', 'slug', 'updated']) {
    assert.ok(name in one.body, name);
  }
  assert.match(one.headers.get('etag') ?? '', /^"\d+"$/);
  assert.match(one.body.links.self_html, new RegExp(`/communities/${slug}$`));
  hasStatus(await anonymous.get(one.body.links.records), 200);
  const none = hasStatus(await anonymous.get('/communities/no-such-community'), 404).body;
  assert.equal(none.message, 'The persistent identifier does not exist.');
});

conforms('own-41', 'files that are kept back are not told of', async ({ owner, anonymous }) => {
  const { id } = await createPublished(owner, { ...presentation, access_right: 'restricted' });
  const told = hasStatus(await anonymous.get(`/records/${id}`), 200).body;
  assert.deepEqual(told.files, []);
  const native = hasStatus(await anonymous.get(`/records/${id}`, nativeFace), 200).body;
  assert.deepEqual([native.files, native.access.status], [{ enabled: true }, 'restricted']);
  assert.equal((await owner.get(`/records/${id}`)).body.files.length, 1);
  assert.equal((await owner.get(`/records/${id}`, nativeFace)).body.files.count, 1);
});
