import { assertOwnOrigin, isOwnOrigin } from '../api-address.js';
import type { ApiAddress } from '../api-address.js';
import type { Transport, TransportAnswer, TransportRequest } from '../transport.js';
import { zenodoError } from '../zenodo-error.js';
import { isRead } from './call.js';
import type { Call } from './call.js';

/** What is needed to send one request. */
export interface Sender {
  readonly address: ApiAddress;
  /** Null for nobody in particular: what is public can be read. */
  readonly token: string | null;
  readonly userAgent: string;
  readonly transport: Transport;
}

const defaultTimeoutMs = 60_000;
const longestWayRound = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Sends one attempt with the token. Reads follow redirects inside the origin (a concept id answers
 * 302 to its latest version); a redirect of anything that writes, or to another origin, is refused.
 *
 * @throws ZenodoError NZ5004
 */
export async function sendWithinOrigin<T>(sender: Sender, call: Call<T>): Promise<TransportAnswer> {
  let url = call.url;
  for (let hops = 0; hops <= longestWayRound; hops += 1) {
    const answer = await sender.transport.send(requestOf(sender, call, url));
    const location = answer.headers['location'];
    if (!redirects.has(answer.status) || location === undefined) return answer;
    await drain(answer.body);
    url = new URL(location, url).href;
    assertOwnOrigin(sender.address, url, call.operation);
    if (!isRead(call)) {
      throw zenodoError(
        'NZ5004',
        { operation: call.operation, effect: 'none', status: answer.status },
        {
          message: `Could not ${call.operation}: the answer ${answer.status} sends the request elsewhere, and a request that writes is never sent on. Nothing was changed.`,
          cure: 'Check the API URL: Zenodo redirects plain http and addresses with a trailing slash.',
        },
      );
    }
  }
  throw zenodoError(
    'NZ5004',
    { operation: call.operation, effect: 'none' },
    {
      message: `Could not ${call.operation}: the answers redirect more than ${longestWayRound} times.`,
      cure: 'Check the API URL.',
    },
  );
}

/** Headers with the token if there is one, for the own origin only. */
export function headersFor(sender: Sender, url: string): Record<string, string> {
  const headers: Record<string, string> = { 'user-agent': sender.userAgent };
  const mayHaveToken = sender.token !== null && isOwnOrigin(sender.address, url);
  if (mayHaveToken) headers['authorization'] = `Bearer ${sender.token}`;
  return headers;
}

function requestOf<T>(sender: Sender, call: Call<T>, url: string): TransportRequest {
  const headers = headersFor(sender, url);
  headers['accept'] = call.accept ?? 'application/json';
  const request = { method: call.method, url, timeoutMs: call.timeoutMs ?? defaultTimeoutMs };
  if (call.stream !== undefined) {
    headers['content-type'] = 'application/octet-stream';
    headers['content-length'] = String(call.stream.length);
    return { ...request, headers, body: call.stream.open() };
  }
  if (call.json === undefined) return { ...request, headers };
  headers['content-type'] = 'application/json';
  return { ...request, headers, body: JSON.stringify(call.json) };
}

/** Reads a body to its end, so that the connection can be used again. */
export async function drain(body: AsyncIterable<Uint8Array>): Promise<void> {
  const pieces = body[Symbol.asyncIterator]();
  while (!(await pieces.next()).done);
}
