import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Response } from '../http/response.js';
import type { Store } from '../node/store.js';

/** Writes a response; for HEAD its headers only. */
export async function send(
  target: ServerResponse,
  response: Response,
  store: Store,
  isHead: boolean,
): Promise<void> {
  const { body } = response;
  target.statusCode = response.status;
  for (const [name, value] of Object.entries(response.headers)) target.setHeader(name, value);
  if (body === undefined) {
    if (response.status !== 204 && response.status !== 304) target.setHeader('Content-Length', 0);
    target.end();
  } else if (body.kind === 'text') {
    target.setHeader('Content-Length', Buffer.byteLength(body.text));
    target.end(isHead ? undefined : body.text);
  } else if (isHead) {
    target.end();
  } else if (body.kind === 'content') {
    await pipeline(store.contents.read(body.content.id), target);
  }
}
