import { describe, expect, it } from '@jest/globals';
import { parseApiUrl } from '../api-address.js';
import type { Transport, TransportRequest } from '../transport.js';
import { ignoreBody } from './call.js';
import type { Call } from './call.js';
import { sendWithinOrigin } from './send.js';

const address = parseApiUrl('https://zenodo.example/api');

/** Sends over a transport that always gives the same answer; tells what was sent and how many bodies were read. */
async function send(
  answer: { readonly status: number; readonly headers?: Record<string, string> },
  call: Partial<Call<undefined>> = {},
  token: string | null = 'secret',
) {
  const sent: TransportRequest[] = [];
  let drained = 0;
  async function* body() {
    yield Buffer.from('{');
    yield Buffer.from('}');
    drained += 1;
  }
  const transport: Transport = {
    send: async (request) => {
      sent.push(request);
      return { headers: {}, ...answer, body: body() };
    },
    close: async () => undefined,
  };
  const whole: Call<undefined> = {
    operation: 'read it',
    method: 'GET',
    url: 'https://zenodo.example/api/records/1',
    repeat: 'safe',
    success: [200],
    decode: ignoreBody,
    ...call,
  };
  const end = await sendWithinOrigin({ address, token, userAgent: 'spec', transport }, whole).then(
    ({ status }) => status,
    (error: { code: string }) => error.code,
  );
  return { end, sent, drained };
}

describe('a redirect', () => {
  it('when it never ends, it is given up after five, and every answer was read to its end', async () => {
    const { end, sent, drained } = await send({ status: 302, headers: { location: '/api/x' } });
    expect([end, sent.length, drained]).toEqual(['NZ5004', 6, 6]);
  });

  it('when it says no place, it is the answer', async () => {
    expect(await send({ status: 302 })).toMatchObject({ end: 302, sent: [{}] });
  });

  it('when something was created and its place is told, nothing is sent there', async () => {
    const headers = { location: 'https://elsewhere.example/' };
    const { end, sent } = await send({ status: 201, headers }, { method: 'POST', json: {} });
    expect([end, sent.length]).toEqual([201, 1]);
  });

  it.each(['POST', 'PUT', 'DELETE'] as const)(
    'when a %s is redirected within the origin, it is not sent on',
    async (method) => {
      const { end, sent } = await send(
        { status: 308, headers: { location: '/api/x' } },
        { method },
      );
      expect([end, sent.length]).toEqual(['NZ5004', 1]);
    },
  );
});

describe('the headers', () => {
  it('when the URL is of another origin, however it came here, the token is not among them', async () => {
    for (const url of ['https://elsewhere.example/api/x', 'http://zenodo.example/api/x']) {
      const { sent } = await send({ status: 200 }, { url });
      expect(sent[0]?.headers).not.toHaveProperty('authorization');
    }
  });

  it('when nobody in particular asks, no token is among them', async () => {
    const { sent } = await send({ status: 200 }, {}, null);
    expect(sent[0]?.headers).toEqual({ 'user-agent': 'spec', accept: 'application/json' });
  });

  it('when another form is asked for, that one is accepted', async () => {
    const { sent } = await send({ status: 200 }, { accept: 'text/x' });
    expect(sent[0]?.headers['accept']).toBe('text/x');
  });

  it('when there is no body, no type of one is told', async () => {
    const { sent } = await send({ status: 202 }, { method: 'POST' });
    expect(sent[0]).not.toHaveProperty('body');
    expect(sent[0]?.headers).not.toHaveProperty('content-type');
  });
});

describe('the patience with an answer', () => {
  it('when an operation is known to take long, it has its own, any other a minute', async () => {
    const times = [
      await send({ status: 200 }),
      await send({ status: 200 }, { timeoutMs: 120_000 }),
    ];
    expect(times.map(({ sent }) => sent[0]?.timeoutMs)).toEqual([60_000, 120_000]);
  });
});
