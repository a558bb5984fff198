import { describe, expect, it } from '@jest/globals';
import { parseApiUrl } from '../api-address.js';
import { ignoreBody } from './call.js';
import { exchange } from './exchange.js';
import type { Line } from './exchange.js';
import { defaultPatience } from './repeat.js';

const now = Date.parse('2026-01-01T00:00:00Z');

/** A line of which every answer says when the used-up limit is lifted; writes down in which order things happen. */
function lineUntil(liftedAt: number) {
  const order: string[] = [];
  const headers = {
    'content-type': 'application/json',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(liftedAt / 1000),
  };
  async function* body() {
    yield Buffer.from('{}');
  }
  const line: Line = {
    address: parseApiUrl('https://zenodo.example/api'),
    token: 'secret',
    userAgent: 'spec',
    transport: {
      send: async () => {
        order.push('sent');
        return { status: 200, headers, body: body() };
      },
      close: async () => undefined,
    },
    clock: {
      now: () => now,
      sleep: async (milliseconds) => {
        order.push(`waits ${milliseconds}`);
        await Promise.resolve();
        order.push('waited');
      },
      random: () => 0,
    },
    patience: defaultPatience,
    onWait: ({ milliseconds }) => order.push(`tells ${milliseconds}`),
    limit: undefined,
  };
  const url = 'https://zenodo.example/api/records/1';
  const read = {
    operation: 'read it',
    method: 'GET',
    url,
    repeat: 'safe',
    success: [200],
  } as const;
  return { order, read: () => exchange(line, { ...read, decode: ignoreBody }) };
}

describe('a limit that is used up', () => {
  it('when the next request comes, it tells that it waits, and is sent when it has waited', async () => {
    const { order, read } = lineUntil(now + 9000);
    await read();
    await read();
    expect(order).toEqual(['sent', 'tells 9000', 'waits 9000', 'waited', 'sent']);
  });

  it('when it is lifted far in the future, no request waits longer than patience allows', async () => {
    const { order, read } = lineUntil(now + 86_400_000);
    await read();
    await read();
    expect(order).toContain(`waits ${defaultPatience.longestWaitMs}`);
  });
});
