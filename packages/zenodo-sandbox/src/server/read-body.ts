import type { IncomingMessage } from 'node:http';
import type { Fault } from '../faults/fault.js';
import type { Call } from '../http/call.js';
import { parseJsonBody } from '../http/negotiation.js';
import { refuse } from '../http/refusal.js';
import type { BodyKind } from '../http/route.js';
import type { Engine } from './engine.js';
import { readForm } from './read-form.js';

/** Largest JSON body; Zenodo's proxy takes 100 MB, which no metadata needs. */
const jsonLimit = 16 << 20;
/** Bytes that no file may have, however far its quota was raised; the stream is cut there. */
const fileLimit = 200_000_000_000;

/**
 * Reads what the route wants of the body. Uploads are on disk, whole and synced, when this resolves;
 * `undefined` when a fault broke the connection.
 */
export async function readBody(
  request: IncomingMessage,
  kind: BodyKind,
  engine: Engine,
  faults: readonly Fault[],
): Promise<Pick<Call, 'json' | 'upload'> | undefined> {
  if (faults.some((fault) => fault.kind === 'reset' && fault.when === 'in-request')) {
    await firstChunk(request);
    return undefined;
  }
  const { store } = engine;
  const id = engine.context().uuid();
  const bend = (stream: AsyncIterable<Uint8Array>) => bent(stream, faults, declaredSize(request));
  switch (kind) {
    case 'none':
      return {};
    case 'json':
      return { json: await readJson(request) };
    case 'stream':
      return {
        upload: { content: await store.contents.store(id, bend(bounded(request, fileLimit))) },
      };
    case 'form':
      return readForm(request, (stream) => store.contents.store(id, bend(stream)));
  }
}

/** A whole JSON body; `undefined` when it is empty. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  return parseJsonBody(await readText(request));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bounded(request, jsonLimit)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

// The request is left alive when too much comes: its client must still hear why.
async function* bounded(request: IncomingMessage, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Uint8Array).byteLength;
    if (size > limit) throw refuse(413, 'The data value transmitted exceeds the capacity limit.');
    yield chunk as Uint8Array;
  }
}

/** What faults make of the bytes on their way to disk: half of them, or one of them wrong. */
async function* bent(
  stream: AsyncIterable<Uint8Array>,
  faults: readonly Fault[],
  size: number | undefined,
) {
  const keep = faults.some(({ kind }) => kind === 'half-file')
    ? Math.ceil((size ?? 2) / 2)
    : Infinity;
  let wrong = faults.some(({ kind }) => kind === 'wrong-md5');
  let kept = 0;
  for await (const chunk of stream) {
    if (kept >= keep) continue;
    const part = chunk.subarray(0, Math.min(chunk.byteLength, keep - kept));
    kept += part.byteLength;
    yield wrong && part.byteLength > 0 ? flipped(part) : part;
    wrong = wrong && part.byteLength === 0;
  }
}

function flipped(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[0] = (copy[0] ?? 0) ^ 1;
  return copy;
}

function declaredSize(request: IncomingMessage): number | undefined {
  const length = request.headers['content-length'];
  return length === undefined ? undefined : Number(length);
}

async function firstChunk(request: IncomingMessage): Promise<void> {
  for await (const chunk of request) if ((chunk as Uint8Array).byteLength > 0) return;
}
