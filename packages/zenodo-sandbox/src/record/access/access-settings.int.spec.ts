import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientOf, openSandbox, publishable } from '../../testing/open-sandbox.js';

let zenodo: Awaited<ReturnType<typeof openSandbox>>;
let access: string;
let id: number;
beforeAll(async () => {
  zenodo = await openSandbox();
  const { links } = (await zenodo.post('/deposit/depositions', { metadata: publishable })).body;
  await zenodo.put(`${links.bucket}/sums.csv`, 'day,sum\n');
  id = (await zenodo.send('POST', links.publish)).body.id;
  access = (await zenodo.get(`/records/${id}`)).body.links.access;
});
afterAll(() => zenodo.close());

const settings = async () => {
  const { text } = await zenodo.get(`/records/${id}`, {
    Accept: 'application/vnd.inveniordm.v1+json',
  });
  return JSON.parse(text).parent.access.settings;
};

describe('who may ask for the files of a record', () => {
  it('when its owner says so, the record tells it, cleaned of scripts', async () => {
    const { status, body } = await zenodo.putJson(access, {
      allow_user_requests: true,
      accept_conditions_text: '<p>Say why.</p><script>alert(1)</script>',
      secret_link_expiration: 30,
    });
    expect([status, body.id]).toEqual([200, id]);
    expect(await settings()).toEqual({
      allow_user_requests: true,
      allow_guest_requests: false,
      accept_conditions_text: expect.stringMatching(/^<p>Say why.<\/p>(?!.*<)/),
      secret_link_expiration: 30,
    });
  });

  it('when they are set again, what is left out is not kept', async () => {
    await zenodo.putJson(access, { allow_guest_requests: true });
    expect(await settings()).toEqual({
      allow_user_requests: false,
      allow_guest_requests: true,
      accept_conditions_text: null,
      secret_link_expiration: 0,
    });
  });

  it('when they make no sense, each is told, and nothing changes', async () => {
    const before = await settings();
    const { status, body } = await zenodo.putJson(access, {
      allow_user_requests: 'perhaps',
      accept_conditions_text: 5,
      secret_link_expiration: 366,
    });
    expect([status, body.errors.map(({ field }: { field: string }) => field)]).toEqual([
      400,
      ['allow_user_requests', 'accept_conditions_text', 'secret_link_expiration'],
    ]);
    expect(await settings()).toEqual(before);
  });

  it('when somebody else sets them, or they are read there, it is refused', async () => {
    const stranger = clientOf(zenodo.sandbox, 'nobody');
    expect((await stranger.putJson(access, {})).status).toBe(403);
    expect((await zenodo.get(access)).status).toBe(405);
  });
});
