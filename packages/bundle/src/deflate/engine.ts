import { createHash } from 'node:crypto';
import { constants, deflateRaw, deflateRawSync } from 'node:zlib';
import type { ZlibOptions } from 'node:zlib';
import { openDeflateThreads } from '../node/deflate-threads.js';
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
  /** Ends the threads that were started. */
  close(): Promise<void>;
}

/**
 * The engine for a level. What counts is the output of pako: JavaScript, the same on every machine. The zlib of
 * this Node takes its place, for speed, when it gives the bytes of pako for the probe; the zlib of another
 * build, distribution or processor may not. `smallBytes`: how much will come in small streams, for which threads
 * may be worth starting.
 */
export async function deflateEngine(level: Level, smallBytes = 0): Promise<DeflateEngine> {
  if (level === 0) return storeEngine;
  const found = createHash('sha256').update(deflateRawSync(makeProbe(), { level })).digest('hex');
  return found === probeDigests[level] ? zlibEngine(level, smallBytes) : pakoEngine(level);
}

// Smaller than this, and the way to another thread costs more than compressing; so they go there together.
export const smallStream = 64 * 1024;
// So much is compressed sooner than threads are started.
const worthThreads = 1 << 20;

/** The zlib that this Node was built with: small streams in threads of ours, large blocks in those of zlib. */
export function zlibEngine(level: Effort, smallBytes = 0): DeflateEngine {
  const options = ({ before, last }: Block) => ({
    level,
    finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    ...(before === undefined ? {} : { dictionary: before }),
  });
  const now = (block: Block) => deflateRawSync(block.bytes, options(block));
  const threads = smallBytes > worthThreads ? openDeflateThreads(level) : undefined;
  return {
    name: 'zlib',
    now,
    soon: async (block) => {
      const { bytes, before, last } = block;
      if (bytes.length >= smallStream || before !== undefined || !last)
        return inThreadPool(block, options(block));
      return threads === undefined ? now(block) : threads.deflate(bytes);
    },
    close: async () => threads?.close(),
  };
}

function inThreadPool(block: Block, options: ZlibOptions): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    deflateRaw(block.bytes, options, (error, bytes) =>
      error === null ? resolve(bytes) : reject(error),
    );
  });
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
  return { name: 'pako', now, soon: async (block) => now(block), close: async () => undefined };
}

const storeEngine: DeflateEngine = {
  name: 'store',
  now: storedBlock,
  soon: async (block) => storedBlock(block),
  close: async () => undefined,
};
