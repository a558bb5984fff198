import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Fault } from '../faults/fault.js';
import type { Response, ResponseBody } from '../http/response.js';
import type { Store } from '../node/store.js';
import { dripping } from './drip.js';
import { archiveStream } from './archive-stream.js';
import { folderStream, memberStream } from './zip-streams.js';

interface Manner {
  /** Headers only. */
  readonly isHead: boolean;
  readonly faults: readonly Fault[];
}

/** Writes a response, whole unless a fault strikes its body. */
export async function send(
  target: ServerResponse,
  response: Response,
  store: Store,
  { isHead, faults }: Manner,
): Promise<void> {
  target.statusCode = response.status;
  for (const [name, value] of Object.entries(response.headers)) target.setHeader(name, value);
  const { body } = response;
  const size = sizeOf(response);
  if (size !== undefined) target.setHeader('Content-Length', size);
  if (isHead || body === undefined) return void target.end();

  if (faults.some((fault) => fault.kind === 'reset' && fault.when === 'in-response')) {
    return resetHalfway(target, streamOf(body, store), Math.floor((size ?? 2) / 2));
  }
  const slow = faults.find((fault) => fault.kind === 'slow-drip');
  if (slow !== undefined) {
    await pipeline(dripping(streamOf(body, store), slow.bytesPerSecond), target);
  } else if (body.kind === 'text') target.end(body.text);
  else await pipeline(streamOf(body, store), target);
}

function streamOf(body: ResponseBody, store: Store): Readable {
  switch (body.kind) {
    case 'text':
      return Readable.from([Buffer.from(body.text)]);
    case 'bytes':
      return Readable.from([body.bytes]);
    case 'made':
    case 'derived':
    case 'unzipped':
      throw new Error('What is made is made before it is sent.');
    case 'content':
      return store.contents.read(body.content.id);
    case 'archive':
      return archiveStream(body.files, (id) => store.contents.read(id));
    case 'member':
      return memberStream(() => store.contents.unzip(body.content.id), body.name);
    case 'folder':
      return folderStream(() => store.contents.unzip(body.content.id), body.members);
  }
}

function sizeOf({ status, body }: Response): number | undefined {
  if (body === undefined) return status === 204 || status === 304 ? undefined : 0;
  if (body.kind === 'text') return Buffer.byteLength(body.text);
  if (body.kind === 'bytes') return body.bytes.byteLength;
  if (body.kind === 'member') return body.size;
  return body.kind === 'content' ? body.content.size : undefined;
}

async function resetHalfway(target: ServerResponse, body: Readable, keep: number): Promise<void> {
  let sent = 0;
  for await (const chunk of body) {
    const part = (chunk as Buffer).subarray(0, keep - sent);
    sent += part.byteLength;
    // The half must be on its way before the connection is broken, or the client sees nothing of it.
    if (part.byteLength > 0) await new Promise((done) => target.write(part, done));
    if (sent >= keep) break;
  }
  if (keep === 0) await new Promise((done) => target.write('', done));
  target.socket?.resetAndDestroy();
}
