import { ReadableStream } from 'node:stream/web';

type StreamedBody = NonNullable<RequestInit['body']>;

/** What `fetch` needs to send a stream whose length is known. */
export function streamBody(pieces: AsyncIterable<Uint8Array>): {
  readonly body: StreamedBody;
  readonly duplex: 'half';
} {
  // Node's fetch takes its own web streams; the types know only those of the browser.
  return { body: ReadableStream.from(pieces) as unknown as StreamedBody, duplex: 'half' };
}
