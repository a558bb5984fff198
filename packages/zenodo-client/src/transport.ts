import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Headers } from './request/rate-limit.js';

/** One request as it goes over the wire. */
export interface TransportRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Headers;
  readonly body?: string | AsyncIterable<Uint8Array>;
  /** Longest silence: until the head of the answer, and between two pieces of its body. */
  readonly timeoutMs: number;
}

/** The head of an answer, and its body as it arrives. */
export interface TransportAnswer {
  readonly status: number;
  /** Names in lower case, several values of one name joined by a comma. */
  readonly headers: Headers;
  readonly body: AsyncIterable<Uint8Array>;
}

/** HTTP as this package needs it; never follows a redirect, keeps no cookies. */
export interface Transport {
  send(request: TransportRequest): Promise<TransportAnswer>;
  close(): Promise<void>;
}

/** Time as this package needs it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** In [0, 1). */
  random(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: () => Math.random(),
};

/** HTTP/1.1 over undici with one pool of connections, loaded with the first request. */
export function undiciTransport(): Transport {
  // undici takes a quarter of a second to load, which a task that sends nothing should not pay.
  const loaded = once(async () => {
    const { Agent, request } = await import('undici');
    return { request, agent: new Agent({ connect: { timeout: 30_000 } }) };
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

const pieceBytes = 1024 * 1024;

/**
 * The bytes of a file in pieces of 1 MiB: the size of the pieces, more than the HTTP library,
 * decides how fast an upload is (docs/decisions/upload-in-large-pieces.md).
 */
export async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  let next = readPiece(file);
  try {
    for (;;) {
      const piece = await next;
      if (piece.length === 0) return;
      // The next piece comes in while this one is digested and sent.
      next = readPiece(file);
      next.catch(() => undefined);
      yield piece;
    }
  } finally {
    await next.catch(() => undefined);
    await file.close();
  }
}

async function readPiece(file: FileHandle): Promise<Uint8Array> {
  const piece = Buffer.allocUnsafe(pieceBytes);
  const { bytesRead } = await file.read(piece, 0, pieceBytes, null);
  return piece.subarray(0, bytesRead);
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
