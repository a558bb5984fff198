import type { DeflateEngine } from './engine.js';

const sampleBytes = 16 * 1024;
const worthwhile = 0.98;

/**
 * Whether compressing pays, judged by the first 16 KB: archives, images and other data that is compressed
 * already are stored, which costs nothing and gains the same. Only the bytes decide, so it is reproducible.
 */
export function isCompressible(beginning: Uint8Array, engine: DeflateEngine): boolean {
  const bytes = beginning.subarray(0, sampleBytes);
  return engine.now({ bytes, last: true }).length < bytes.length * worthwhile;
}
