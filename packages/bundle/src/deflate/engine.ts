import { createHash } from 'node:crypto';
import { constants, deflateRaw, deflateRawSync } from 'node:zlib';
import type { Effort, Level } from './level.js';
import { makeProbe, probeDigests } from './probe.js';
import { storedBlock } from './stored-block.js';

/** One block of a raw deflate stream (RFC 1951). */
export interface Block {
  readonly bytes: Uint8Array;
  /** Up to 32 KiB that precede the block and are its dictionary; undefined at the beginning of a stream. */
  readonly before?: Uint8Array | undefined;
  /** True for the last block of the stream. */
  readonly last: boolean;
}

/** Compresses blocks: at once, or in another thread where there is one. The bytes are the same. */
export interface DeflateEngine {
  readonly name: 'zlib' | 'pako' | 'store';
  now(block: Block): Uint8Array;
  soon(block: Block): Promise<Uint8Array>;
}

/**
 * The engine for a level. What counts is the output of pako: JavaScript, the same on every machine. The zlib of
 * this Node takes its place, for speed, when it gives the bytes of pako for the probe; the zlib of another
 * build, distribution or processor may not.
 */
export async function deflateEngine(level: Level): Promise<DeflateEngine> {
  if (level === 0) return storeEngine;
  const found = createHash('sha256').update(deflateRawSync(makeProbe(), { level })).digest('hex');
  return found === probeDigests[level] ? zlibEngine(level) : pakoEngine(level);
}

/** The zlib that this Node was built with. */
export function zlibEngine(level: Effort): DeflateEngine {
  const options = ({ before, last }: Block) => ({
    level,
    finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    ...(before === undefined ? {} : { dictionary: before }),
  });
  return {
    name: 'zlib',
    now: (block) => deflateRawSync(block.bytes, options(block)),
    soon: (block) =>
      new Promise((resolve, reject) => {
        deflateRaw(block.bytes, options(block), (error, bytes) =>
          error === null ? resolve(bytes) : reject(error),
        );
      }),
  };
}

/** The reference; loaded only where the zlib of this Node differs from it. */
export async function pakoEngine(level: Effort): Promise<DeflateEngine> {
  const { Deflate, Z_FINISH, Z_SYNC_FLUSH } = await import('pako');
  const now = ({ bytes, before, last }: Block) => {
    const dictionary = before === undefined ? {} : { dictionary: before };
    const deflate = new Deflate({ level, raw: true, ...dictionary });
    const chunks: Uint8Array[] = [];
    deflate.onData = (chunk) => chunks.push(chunk);
    deflate.push(bytes, last ? Z_FINISH : Z_SYNC_FLUSH);
    return Buffer.concat(chunks);
  };
  return { name: 'pako', now, soon: async (block) => now(block) };
}

const storeEngine: DeflateEngine = {
  name: 'store',
  now: storedBlock,
  soon: async (block) => storedBlock(block),
};
