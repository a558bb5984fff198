import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Scope } from '../../model/account.js';
import { clientOf, openSandbox, publishable } from '../../testing/open-sandbox.js';

const scopes: readonly Scope[] = ['deposit:write', 'deposit:actions'];
const reader = { id: 7, email: 'Reader@localhost', tokens: [{ token: 'reader', scopes }] };

let zenodo: Awaited<ReturnType<typeof openSandbox>>;
let other: ReturnType<typeof clientOf>;
let guest: ReturnType<typeof clientOf>;
let ask: string;
let files: string;
let record: string;
beforeAll(async () => {
  const clock = () => new Date('2026-03-01T12:00:00Z');
  zenodo = await openSandbox({ accounts: [reader], clock });
  other = clientOf(zenodo.sandbox, 'reader');
  guest = clientOf(zenodo.sandbox, 'nobody');
});
afterAll(() => zenodo.close());

beforeEach(async () => {
  const metadata = { ...publishable, title: 'Kept sums', access_right: 'restricted' };
  const { links } = (await zenodo.post('/deposit/depositions', { metadata })).body;
  await zenodo.put(`${links.bucket}/sums.csv`, 'day,sum\n');
  const { id } = (await zenodo.send('POST', links.publish)).body;
  record = `/records/${id}`;
  const told = (await zenodo.get(record)).body.links;
  [ask, files] = [told.access_request, told.files];
});

const asReader = { email: 'reader@LOCALHOST', message: 'Please.' };
const asGuest = {
  email: 'guest@example.org',
  full_name: 'Guest, Gus',
  message: 'Please.',
  consent_to_share_personal_data: 'true',
};
const decide = (id: string, decision: string, client = zenodo) =>
  client.post(`/requests/${id}/actions/${decision}`, {});

describe('asking for the files of a record', () => {
  it('when an account asks and the owner accepts, it reads the files', async () => {
    expect((await other.get(files)).status).toBe(403);
    const { status, body } = await other.post(ask, asReader);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        type: 'user-access-request',
        status: 'submitted',
        title: 'Kept sums',
        created_by: { user: '7' },
        receiver: { user: '1' },
        payload: { permission: 'view', message: 'Please.' },
      }),
    ]);
    expect((await decide(body.id, 'accept', { ...zenodo, ...other })).status).toBe(403);
    expect((await decide(body.id, 'accept')).body.status).toBe('accepted');
    expect((await other.get(files)).status).toBe(200);
    const [grant] = (await zenodo.get(`${record}/access/grants`)).body.hits.hits;
    expect(grant).toEqual({
      permission: 'view',
      subject: { type: 'user', id: '7' },
      origin: `request:${body.id}`,
    });
    expect((await other.post(ask, asReader)).status).toBe(403);
  });

  it('when the same is asked twice, the first is named', async () => {
    const { id } = (await other.post(ask, asReader)).body;
    const again = await other.post(ask, asReader);
    expect([again.status, again.body.message]).toEqual([
      400,
      `Identical access requests already exist: ${id}`,
    ]);
    expect((await decide(id, 'cancel', { ...zenodo, ...other })).status).toBe(200);
    expect((await other.post(ask, asReader)).status).toBe(200);
  });

  it('when a guest asks and the owner accepts, a secret link opens the files for a while', async () => {
    await zenodo.putJson(`${record}/access`, { secret_link_expiration: 10 });
    const { status, body } = await guest.post(ask, asGuest);
    expect([status, body]).toEqual([
      200,
      { message: 'Verification link sent out, please check your e-mail inbox' },
    ]);
    const [request] = (await zenodo.get(`${record}/requests`)).body.hits.hits;
    expect(request.created_by).toEqual({ email: 'guest@example.org' });
    expect(request.payload).toMatchObject({ full_name: 'Guest, Gus', message: 'Please.' });
    expect((await decide(request.id, 'accept')).status).toBe(200);

    const [link] = (await zenodo.get(`${record}/access/links`)).body.hits.hits;
    expect(link).toMatchObject({
      permission: 'view',
      description: 'Requested by guest: Guest, Gus (guest@example.org)',
      origin: `request:${request.id}`,
      expires_at: '2026-03-11',
    });
    expect((await guest.get(`${files}?token=${link.token}`)).status).toBe(200);
    expect((await guest.get(files)).status).toBe(403);
  });

  it('when the request is no request, each field is told', async () => {
    const { status, body } = await guest.post(ask, {
      email: 'nowhere',
      full_name: 1,
      consent_to_share_personal_data: 'perhaps',
      more: true,
    });
    expect(status).toBe(400);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'more',
      'email',
      'full_name',
      'consent_to_share_personal_data',
    ]);
    expect((await guest.post(ask, { email: 'guest@example.org' })).status).toBe(500);
  });
});

describe('secret links', () => {
  it('when one is made without a permission, or is to hold longer, it is refused', async () => {
    const links = `${record}/access/links`;
    const none = await zenodo.post(links, { description: 'x' });
    expect([none.status, none.body.errors]).toEqual([
      400,
      [{ field: 'permission', messages: ['An access permission level is required'] }],
    ]);
    const until = { permission: 'view', expires_at: '2026-04-01' };
    const { id } = (await zenodo.post(links, until)).body;
    const patch = (change: object) =>
      zenodo.send('PATCH', `${links}/${id}`, {
        body: JSON.stringify(change),
        headers: { 'Content-Type': 'application/json' },
      });
    const postponed = {
      field: 'expires_at',
      messages: ['Cannot postpone expiration of links'],
    };
    expect((await patch({ expires_at: '2026-05-01' })).body.errors).toEqual([postponed]);
    expect((await patch({ expires_at: null })).body.errors).toEqual([postponed]);
    expect((await patch({ expires_at: '2026-03-15' })).body.expires_at).toBe('2026-03-15');
    expect((await zenodo.putJson(`${links}/${id}`, until)).status).toBe(405);
    expect((await zenodo.get(`${links}/none`)).body.message).toBe(
      'No secret link found with the given ID.',
    );
  });
});
