import type { Decoded } from '@nx-zenodo/zenodo-api';
import type { TransportRequest } from '../transport.js';
import type { Repeat } from './repeat.js';

/** A body that can be made anew for every attempt. */
export interface StreamedBody {
  /** Bytes; sent as Content-Length, so that a body cut short is refused by Zenodo. */
  readonly length: number;
  open(): AsyncIterable<Uint8Array>;
}

/** One operation of the API, before it is known how often it has to be sent. */
export interface Call<T> {
  /** Verb first, as in "publish deposition 7": errors begin with "Could not". */
  readonly operation: string;
  readonly method: Exclude<TransportRequest['method'], 'HEAD'>;
  readonly url: string;
  readonly repeat: Repeat;
  /** Statuses that mean success. */
  readonly success: readonly number[];
  /** Sent as exactly `application/json`: with a charset Zenodo answers 415. */
  readonly json?: unknown;
  /** Sent as exactly `application/octet-stream`: with any other type a bucket answers 415. */
  readonly stream?: StreamedBody;
  readonly accept?: string;
  readonly timeoutMs?: number;
  /** Undefined body for an empty answer. */
  decode(json: unknown): Decoded<T>;
}

/** A decoded answer together with the JSON as it came. */
export interface Answered<T> {
  readonly value: T;
  readonly json: unknown;
}

/** True for a call that changes nothing, however often it is sent. */
export function isRead<T>(call: Call<T>): boolean {
  return call.method === 'GET';
}

/** For answers that have no body, or none that matters. */
export function ignoreBody(): Decoded<undefined> {
  return { ok: true, value: undefined };
}
