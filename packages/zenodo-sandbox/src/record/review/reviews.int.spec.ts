import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Scope } from '../../model/account.js';
import { clientOf, openSandbox, publishable } from '../../testing/open-sandbox.js';

const scopes: readonly Scope[] = ['deposit:write', 'deposit:actions'];
const curator = {
  id: 7,
  email: 'c@localhost',
  tokens: [{ token: 'curator', scopes }],
  communities: ['rivers'],
};

let now = new Date('2026-03-01T12:00:00Z');
let zenodo: Awaited<ReturnType<typeof openSandbox>>;
let other: ReturnType<typeof clientOf>;
beforeAll(async () => {
  const options = { accounts: [curator], communities: ['lakes'], clock: () => now };
  zenodo = await openSandbox(options);
  other = clientOf(zenodo.sandbox, 'curator');
});
afterAll(() => zenodo.close());

async function draft(changes: object = {}) {
  const metadata = { ...publishable, ...changes };
  const { body } = await zenodo.post('/deposit/depositions', { metadata });
  await zenodo.put(`${body.links.bucket}/a.txt`, 'a');
  return body as { id: number; links: Record<string, string> };
}

const publish = async (changes: object = {}) => {
  const { links } = await draft(changes);
  return (await zenodo.send('POST', links['publish'] ?? '')).body as { id: number };
};
const review = (id: number) => `/records/${id}/draft/review`;
const submission = { type: 'community-submission', receiver: { community: 'lakes' } };
const communitiesOf = async (id: number) =>
  ((await zenodo.get(`/records/${id}`)).body.metadata.communities ?? []) as { id: string }[];

async function submitted() {
  const { id } = await draft();
  await zenodo.putJson(review(id), submission);
  const answer = await zenodo.post(`/records/${id}/draft/actions/submit-review`, {});
  return { id, answer, request: answer.body.id as string };
}

describe('a review by a community of others', () => {
  it('when a draft is submitted, it waits and can be neither published nor deleted', async () => {
    const { id, answer } = await submitted();
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({ status: 'submitted', is_open: true });
    expect((await zenodo.send('POST', `/records/${id}/draft/actions/publish`)).status).toBe(400);
    expect((await zenodo.send('POST', `/deposit/depositions/${id}/actions/publish`)).status).toBe(
      400,
    );
    expect((await zenodo.remove(`/records/${id}/draft`)).status).toBe(400);
    expect((await zenodo.remove(review(id))).status).toBe(400);
    expect((await zenodo.putJson(review(id), submission)).status).toBe(400);
  });

  it('when the curator accepts, the draft is published within the community', async () => {
    const { id, request } = await submitted();
    await zenodo.sandbox.curator.decide(request, 'accept');
    expect(await communitiesOf(id)).toEqual([{ id: 'lakes' }]);
    const within = await zenodo.get('/communities/lakes/records');
    expect(within.body.hits.hits.map((hit: { id: number }) => hit.id)).toContain(id);
    expect((await zenodo.get(`/requests/${request}`)).body.status).toBe('accepted');
  });

  it('when the curator declines, the draft stays and may be sent again', async () => {
    const { id, request } = await submitted();
    const order = (decision: string) =>
      zenodo.post(`${zenodo.sandbox.url}/sandbox/reviews`, { request, decision });
    expect((await order('decline')).body).toMatchObject({ record: id, community: 'lakes' });
    expect((await order('accept')).status).toBe(400);
    expect((await zenodo.get(review(id))).body.status).toBe('declined');
    expect((await zenodo.putJson(review(id), submission)).body.status).toBe('created');
    expect((await zenodo.remove(review(id))).status).toBe(204);
    expect((await zenodo.get(review(id))).status).toBe(404);
  });

  it('when the depositor withdraws, the draft is free again', async () => {
    const { id, request } = await submitted();
    expect((await other.post(`/requests/${request}/actions/accept`, {})).status).toBe(403);
    const cancelled = await zenodo.post(`/requests/${request}/actions/cancel`, {});
    expect(cancelled.body).toMatchObject({ status: 'cancelled', is_closed: true });
    expect((await zenodo.remove(`/records/${id}/draft`)).status).toBe(204);
  });

  it('when an order is wrong, it is refused with what is wrong', async () => {
    const order = (value: object) => zenodo.post(`${zenodo.sandbox.url}/sandbox/reviews`, value);
    expect((await order({ request: 'x', decision: 'accept' })).status).toBe(404);
    expect((await order({ request: 'x', decision: 'shrug' })).body.message).toContain('decision');
    await expect(zenodo.sandbox.curator.decide('x', 'accept')).rejects.toThrow('no request x');
  });
});

describe('communities of a record', () => {
  it('when the old API names a community of others, its curator is asked and decides', async () => {
    const { id } = await publish({
      communities: [{ identifier: 'rivers' }, { identifier: 'none' }],
    });
    expect(await communitiesOf(id)).toEqual([]);
    const asked = (await other.get('/user/requests')).body.hits.hits;
    const { id: request, type } = asked.find(
      ({ topic }: { topic: { record: string } }) => topic.record === String(id),
    );
    expect(type).toBe('community-inclusion');
    expect((await other.post(`/requests/${request}/actions/accept`, {})).status).toBe(200);
    expect(await communitiesOf(id)).toEqual([{ id: 'rivers' }]);
    expect((await zenodo.get(`/records/${id}/requests`)).body.hits.total).toBe(1);
  });

  it('when communities are added and removed, each is answered by itself', async () => {
    const { id } = await publish();
    const path = `/records/${id}/communities`;
    const add = (...slugs: string[]) =>
      zenodo.post(path, { communities: slugs.map((slug) => ({ id: slug })) });
    const first = await add('lakes', 'none');
    expect(first.status).toBe(200);
    expect(first.body.processed).toMatchObject([{ community_id: 'lakes' }]);
    expect(first.body.errors).toEqual([{ community_id: 'none', message: 'Community not found.' }]);
    const again = await add('lakes');
    expect([again.status, again.body.errors[0].message]).toEqual([
      400,
      'There is already an open inclusion request for this community.',
    ]);
    const suggested = await zenodo.get(`${path}-suggestions`);
    expect(suggested.body.hits.hits.map((hit: { slug: string }) => hit.slug)).toEqual(['rivers']);
    const mine = zenodo.sandbox.curator.list().find(({ record }) => record === id);
    await zenodo.sandbox.curator.decide(mine?.id ?? '', 'accept');
    expect((await zenodo.get(path)).body.hits.total).toBe(1);
    const init = {
      body: JSON.stringify({ communities: [{ id: 'lakes' }] }),
      headers: { 'Content-Type': 'application/json' },
    };
    expect((await other.send('DELETE', path, init)).status).toBe(400);
    expect((await zenodo.send('DELETE', path, init)).body.processed).toEqual([
      { community: 'lakes' },
    ]);
    expect((await zenodo.get(path)).body.hits.total).toBe(0);
  });

  it('when communities are searched, all that are known are found', async () => {
    const { body } = await zenodo.get('/communities?q=LAK');
    expect(body.hits.hits).toMatchObject([{ slug: 'lakes' }]);
    expect((await other.get('/user/communities')).body.hits.hits).toMatchObject([
      { slug: 'rivers' },
    ]);
    expect((await zenodo.get('/communities/lakes')).body.id).toBe('lakes');
    expect((await zenodo.get('/communities/none')).status).toBe(404);
  });
});

describe('what an owner asks for', () => {
  it('when a deletion is asked for late, the operators decide', async () => {
    const { id } = await publish();
    now = new Date(now.getTime() + 31 * 86_400_000);
    const path = `/records/${id}/request-deletion`;
    const asked = await zenodo.post(path, { reason: 'retracted', comment: 'Wrong data.' });
    expect([asked.status, asked.body.type]).toEqual([201, 'record-deletion']);
    expect((await zenodo.get(`/records/${id}`)).status).toBe(200);
    await zenodo.sandbox.curator.decide(asked.body.id, 'accept');
    const gone = await zenodo.get(`/records/${id}`);
    expect([gone.status, gone.body.tombstone.removal_reason.id]).toEqual([410, 'retracted']);
  });

  it('when the quota of a draft is raised, it holds more, within what is granted in all', async () => {
    const { id } = await draft();
    const raise = (bytes: number) =>
      zenodo.post(`/records/${id}/quota-increase`, { quota_size: bytes });
    const init = [{ key: 'large.bin', size: 60e9 }];
    expect((await zenodo.post(`/records/${id}/draft/files`, init)).status).toBe(400);
    expect((await raise(100e9)).status).toBe(200);
    expect((await zenodo.post(`/records/${id}/draft/files`, init)).status).toBe(201);
    expect((await raise(201e9)).status).toBe(400);
    expect((await raise(1)).status).toBe(400);
  });

  it('when somebody is granted a permission by name, they can do so much and no more', async () => {
    const { id, links } = await draft();
    const path = `/deposit/depositions/${id}`;
    const change = () => other.putJson(path, { metadata: { ...publishable, title: 'By another' } });
    expect([(await other.get(path)).status, (await change()).status]).toEqual([403, 403]);
    const grant = { subject: { type: 'user', id: '7' }, permission: 'preview' };
    const grants = `/records/${id}/access/grants`;
    expect((await zenodo.post(grants, { grants: [grant] })).status).toBe(201);
    expect([(await other.get(path)).status, (await change()).status]).toEqual([200, 403]);
    const listed = await other.get('/deposit/depositions?shared_with_me=true');
    expect(listed.body.map((entry: { id: number }) => entry.id)).toContain(id);
    const send = { body: '{"permission":"edit"}', headers: { 'Content-Type': 'application/json' } };
    expect((await zenodo.send('PATCH', `/records/${id}/access/users/7`, send)).status).toBe(200);
    expect((await change()).status).toBe(200);
    expect((await other.get(grants)).status).toBe(403);
    const published = await other.send('POST', links['publish'] ?? '');
    expect(published.status).toBe(202);
    const next = await zenodo.send('POST', published.body.links.newversion);
    expect((await other.get(`/deposit/depositions/${next.body.id}`)).status).toBe(200);
    expect((await zenodo.remove(`${grants}/0`)).status).toBe(204);
    expect((await zenodo.get(grants)).body.hits.total).toBe(0);
    expect((await other.get(path)).status).toBe(403);
  });
});
