import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

/** The same bytes, no faster than this: ten small pieces a second. */
export function dripping(body: Readable, bytesPerSecond: number): Readable {
  const piece = Math.max(1, Math.floor(bytesPerSecond / 10));
  const pause = (piece / bytesPerSecond) * 1000;
  async function* drops() {
    for await (const chunk of body) {
      const bytes = chunk as Buffer;
      for (let at = 0; at < bytes.length; at += piece) {
        await wait(pause);
        yield bytes.subarray(at, at + piece);
      }
    }
  }
  return Readable.from(drops());
}
