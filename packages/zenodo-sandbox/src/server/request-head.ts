import type { IncomingMessage } from 'node:http';
import type { RequestHead } from '../http/call.js';

/** The head of a request as a value. `origin` is the Host header where that names this server. */
export function requestHead(request: IncomingMessage, origin: string): RequestHead {
  const url = request.url ?? '/';
  const cut = url.indexOf('?');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    method: request.method ?? 'GET',
    path: cut === -1 ? url : url.slice(0, cut),
    query: cut === -1 ? '' : url.slice(cut + 1),
    headers,
    origin,
  };
}
