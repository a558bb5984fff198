import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Headers } from './request/rate-limit.js';

/** One request as it goes over the wire. */
export interface TransportRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Headers;
  /** The next piece is asked for when the one before has been handed to the system. */
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
