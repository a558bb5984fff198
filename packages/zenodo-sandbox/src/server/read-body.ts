import type { IncomingMessage } from 'node:http';
import { checkContentType, octetStream, parseJsonBody } from '../http/negotiation.js';
import { refuse } from '../http/refusal.js';
import type { Plan } from '../http/plan.js';
import type { Call, Upload } from '../http/call.js';
import type { Store } from '../node/store.js';
import { readForm } from './read-form.js';

/** Largest JSON body; Zenodo's proxy takes 100 MB, which no metadata needs. */
const jsonLimit = 16 << 20;

/** Reads what the route wants of the body. Uploads are on disk, whole and synced, when this resolves. */
export async function readBody(
  request: IncomingMessage,
  plan: Plan,
  store: Store,
  uuid: () => string,
): Promise<Pick<Call, 'json' | 'upload'>> {
  switch (plan.route.body) {
    case 'none':
      return {};
    case 'json':
      return { json: parseJsonBody(await readText(request)) };
    case 'stream':
      return { upload: await readStream(request, store, uuid()) };
    case 'form':
      return readForm(request, store, uuid());
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > jsonLimit) throw tooLarge();
  }
  return Buffer.concat(chunks).toString();
}

async function readStream(request: IncomingMessage, store: Store, id: string): Promise<Upload> {
  checkContentType(request.headers['content-type'], [octetStream]);
  return { content: await store.contents.store(id, bounded(request, maximumFile)) };
}

/** Bytes that one file may have; the stream is cut as soon as it has more. */
const maximumFile = 50_000_000_000;

async function* bounded(stream: AsyncIterable<Uint8Array>, limit: number) {
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > limit) throw refuse(400, 'Maximum file size exceeded.');
    yield chunk;
  }
}

export function tooLarge() {
  return refuse(413, 'The data value transmitted exceeds the capacity limit.');
}
