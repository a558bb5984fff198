import type { Headers } from '../request/rate-limit.js';
import type { Transport } from '../transport.js';

const connectPatienceMs = 30_000;

/** HTTP/1.1 over undici with one pool of connections, loaded with the first request. */
export function undiciTransport(): Transport {
  // undici takes its time to load, which a task that sends nothing should not pay.
  const loaded = once(async () => {
    const { Agent, request } = await import('undici');
    return { request, agent: new Agent({ connect: { timeout: connectPatienceMs } }) };
  });
  return {
    async send({ method, url, headers, body, timeoutMs }) {
      const { request, agent } = await loaded.value();
      const answer = await request(url, {
        method,
        headers: { ...headers },
        body: body === undefined ? null : typeof body === 'string' ? body : asIterable(body),
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        dispatcher: agent,
      });
      return {
        status: answer.statusCode,
        headers: flatten(answer.headers),
        body: answer.body,
      };
    },
    async close() {
      if (loaded.started()) await (await loaded.value()).agent.close();
    },
  };
}

function once<T>(make: () => Promise<T>) {
  let made: Promise<T> | undefined;
  return { value: () => (made ??= make()), started: () => made !== undefined };
}

// undici takes iterables at run time, but its types name only streams.
function asIterable(body: AsyncIterable<Uint8Array>): Uint8Array {
  return body as unknown as Uint8Array;
}

function flatten(headers: Record<string, string | string[] | undefined>): Headers {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
