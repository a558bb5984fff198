import { isLoopback } from '../api-address.js';
import type { Headers } from '../request/rate-limit.js';
import type { Transport } from '../transport.js';

const connectPatienceMs = 30_000;

/**
 * HTTP/1.1 over undici with one pool of connections, loaded with the first request. A proxy that the variables
 * HTTPS_PROXY, HTTP_PROXY and NO_PROXY name (small letters win) is tunnelled through, so that it sees no token; what
 * is on this machine is asked directly, because plain http through a proxy would show it.
 */
export function undiciTransport(): Transport {
  // undici takes its time to load, which a task that sends nothing should not pay.
  const library = once(() => import('undici'));
  const direct = once(async () => {
    const { Agent } = await library.value();
    return new Agent({ connect: { timeout: connectPatienceMs } });
  });
  const proxied = once(async () => {
    const { EnvHttpProxyAgent } = await library.value();
    const tls = { timeout: connectPatienceMs };
    try {
      return new EnvHttpProxyAgent({ connect: tls, requestTls: tls, proxyTls: tls });
    } catch (cause) {
      throw Object.assign(new Error('No proxy.', { cause }), { code: 'ERR_PROXY_ADDRESS' });
    }
  });
  return {
    async send({ method, url, headers, body, timeoutMs }) {
      const { request } = await library.value();
      const answer = await request(url, {
        method,
        headers: { ...headers },
        body: body === undefined ? null : typeof body === 'string' ? body : asIterable(body),
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        dispatcher: await (isLoopback(url) ? direct : proxied).value(),
      });
      return {
        status: answer.statusCode,
        headers: flatten(answer.headers),
        body: answer.body,
      };
    },
    async close() {
      for (const agent of [direct, proxied]) {
        // One that could not be made has told so where it was asked for, and has nothing to close.
        if (agent.started()) await (await agent.value().catch(() => null))?.close();
      }
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
