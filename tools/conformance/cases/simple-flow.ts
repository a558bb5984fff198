import assert from 'node:assert/strict';
import { conforms, hasStatus } from '../case.js';
import { createDraft, createPublished, presentation, statuses } from '../depositions.js';

const list = '/deposit/depositions';

conforms('1', 'simple_rest_flow: anonymous may not create', async ({ anonymous }) => {
  hasStatus(await anonymous.post(list, { metadata: presentation }), 403);
});

conforms('2', 'simple_rest_flow: create', async ({ owner }) => {
  const { body } = hasStatus(await owner.post(list, { metadata: presentation }), 201);
  assert.ok(body.id && body.links);
});

conforms('3', 'simple_rest_flow: read', async ({ owner }) => {
  const { links } = await createDraft(owner);
  hasStatus(await owner.get(links.self), 200);
});

conforms('4', 'simple_rest_flow: three files', async ({ owner }) => {
  const { links } = await createDraft(owner);
  for (const n of [1, 2, 3]) {
    const answer = await owner.upload(links.files, `test-${n}`, `test-${n}.txt`, `test-${n}`);
    assert.ok(hasStatus(answer, 201).body.links.self);
  }
});

conforms('5', 'simple_rest_flow: publish', async ({ owner }) => {
  const { id, links } = await createDraft(owner);
  hasStatus(await owner.upload(links.files, 'test', 'test.txt', 'test'), 201);
  assert.equal(hasStatus(await owner.send('POST', links.publish), 202).body.id, id);
});

conforms('6', 'simple_rest_flow: record exists', async ({ owner }) => {
  const { id } = await createPublished(owner);
  hasStatus(await owner.get(`/records/${id}`), 200);
});

conforms('7', 'simple_rest_flow: publish twice', async ({ owner }) => {
  const { links } = await createPublished(owner);
  hasStatus(await owner.post(links.publish), 404);
});

conforms('8', 'simple_rest_flow: PUT published', async ({ owner }) => {
  const { id } = await createPublished(owner);
  hasStatus(await owner.json('PUT', `${list}/${id}`, { metadata: presentation }), 404);
});

conforms('9', 'simple_rest_flow: DELETE published', async ({ owner }) => {
  const { id } = await createPublished(owner);
  hasStatus(await owner.remove(`${list}/${id}`), 404);
});

conforms('10', 'simple_rest_flow: list files of published', async ({ owner }) => {
  const { id } = await createPublished(owner);
  hasStatus(await owner.get(`${list}/${id}/files`), 200);
});

conforms('11', 'simple_rest_flow: sort files', async ({ owner }) => {
  const { id } = await createPublished(owner);
  hasStatus(await owner.json('PUT', `${list}/${id}/files`, [{ id: 'x' }]), 405);
});

conforms('12', 'simple_rest_flow: add file to published', async ({ owner }) => {
  const { id } = await createPublished(owner);
  hasStatus(await owner.upload(`${list}/${id}/files`, 'x', 'x.txt', 'x'), 404);
});

conforms('13', 'simple_rest_flow: delete file of published', async ({ owner }) => {
  const { id } = await createPublished(owner);
  const [file] = (await owner.get(`${list}/${id}/files`)).body;
  hasStatus(await owner.remove(file.links.self), 403);
});

conforms('14', 'simple_rest_flow: rename file', async ({ owner }) => {
  const { id } = await createPublished(owner);
  const [file] = (await owner.get(`${list}/${id}/files`)).body;
  hasStatus(await owner.json('PUT', file.links.self, { filename: 'y.txt' }), 405);
});

conforms('15', 'simple_delete', async ({ owner }) => {
  const { id, links, conceptrecid } = await createDraft(owner);
  const found = () => owner.get(`${list}?q=conceptrecid:${conceptrecid}`);
  assert.equal(hasStatus(await found(), 200).body.length, 1);
  hasStatus(await owner.remove(links.self), 204);
  assert.equal((await found()).body.length, 0);
  hasStatus(await owner.remove(links.self), 404);
  hasStatus(await owner.get(`${list}/${id}`), 404);
});

conforms('16', 'read_deposit_users', async ({ owner, other, anonymous }) => {
  const { links } = await createDraft(owner);
  assert.deepEqual(await statuses(anonymous.get(links.self), other.get(links.self)), [403, 403]);
});

const newTitle = { metadata: { title: 'A new title' } };

conforms('17', 'update_deposits_owner', async ({ owner }) => {
  const { links } = await createDraft(owner);
  const { body } = hasStatus(await owner.json('PUT', links.self, newTitle), 200);
  assert.equal(body.title, 'A new title');
});

conforms('18', 'update_deposit_not_owner', async ({ owner, other }) => {
  const { links } = await createDraft(owner);
  hasStatus(await other.json('PUT', links.self, newTitle), 403);
});

conforms('19', 'update_deposit_anonymous', async ({ owner, anonymous }) => {
  const { links } = await createDraft(owner);
  hasStatus(await anonymous.json('PUT', links.self, newTitle), 403);
});

conforms('20', 'update_deposit_superuser', async ({ owner, superuser }) => {
  const { links } = await createDraft(owner);
  hasStatus(await superuser.json('PUT', links.self, newTitle), 200);
});

for (const [number, who, status] of [
  ['21', 'owner', 204],
  ['22', 'other', 403],
  ['23', 'anonymous', 403],
  ['24', 'superuser', 204],
] as const) {
  conforms(number, `delete_deposits_${who}`, async (scene) => {
    const { links } = await createDraft(scene.owner);
    hasStatus(await scene[who].remove(links.self), status);
  });
}

conforms('25', 'versioning_rest_flow', async ({ owner }) => {
  const { links } = await createPublished(owner);
  const { body: next } = hasStatus(await owner.post(links.newversion), 201);
  const { body } = hasStatus(await owner.get(`${list}/${next.id}`), 200);
  assert.ok(body.links.latest_draft);
  assert.deepEqual(
    body.files.map((file: { filename: string }) => file.filename),
    ['test-1.txt'],
  );
  const added = await owner.upload(`${list}/${next.id}/files`, 'two', 'test-2.txt', 'test-2.txt');
  hasStatus(await owner.remove(hasStatus(added, 201).body.links.self), 204);
  hasStatus(await owner.json('PUT', body.links.self, { metadata: presentation }), 200);
});

conforms('26', 'versioning_unpublished_fail', async ({ owner }) => {
  const { id, links } = await createDraft(owner);
  assert.equal('versions' in links, false);
  hasStatus(await owner.post(`/records/${id}/versions`), 404);
});
