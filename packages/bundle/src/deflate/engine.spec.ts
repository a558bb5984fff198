import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deflateRaw } from 'pako';
import { deflateBlocks } from './deflate-blocks.js';
import { deflateEngine, pakoEngine, zlibEngine } from './engine.js';
import type { DeflateEngine } from './engine.js';
import type { Effort } from './level.js';
import { makeProbe, probeDigests } from './probe.js';
import { storedBlock } from './stored-block.js';

const efforts: Effort[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function stream(blocks: Uint8Array[], engine: DeflateEngine): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const { deflated } of deflateBlocks(blocks, engine)) parts.push(await deflated);
  return Buffer.concat(parts);
}

describe('the probe', () => {
  it.each(efforts)(
    'when the reference compresses it at level %d, the digest is the one pinned',
    (level) => {
      expect(sha256(deflateRaw(makeProbe(), { level }))).toBe(probeDigests[level]);
    },
  );

  it.each(efforts)(
    'when another implementation compresses it at level %d, it is found out',
    (level) => {
      // The matches of canonical zlib, as many Linux distributions build Node with it.
      const canonical = deflateRaw(makeProbe(), { level, legacyHash: true });
      expect(sha256(canonical)).not.toBe(probeDigests[level]);
    },
  );
});

describe('the engines', () => {
  const text = fc.array(fc.constantFrom('alpha ', 'beta ', 'gamma\n', '0123', 'é'), {
    maxLength: 4000,
  });
  const blocks = fc.array(
    fc.oneof(
      text.map((words) => Buffer.from(words.join(''))),
      fc.uint8Array({ maxLength: 3000 }),
    ),
    { maxLength: 4 },
  );

  it('when this Node has the zlib of the reference, both give the same bytes for any blocks', async () => {
    const chosen = await deflateEngine(6);
    await fc.assert(
      fc.asyncProperty(blocks, fc.constantFrom<Effort>(1, 6, 9), async (parts, level) => {
        const fast = chosen.name === 'zlib' ? zlibEngine(level) : await pakoEngine(level);
        const bytes = await stream(parts, fast);
        expect(bytes.equals(await stream(parts, await pakoEngine(level)))).toBe(true);
        expect(inflateRawSync(bytes).equals(Buffer.concat(parts))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('when thousands of small files go through threads, the bytes are those of one thread', async () => {
    const files = Array.from({ length: 600 }, (_, at) =>
      Buffer.from(`line ${at} of ${at % 7}\n`.repeat(100 + (at % 200))),
    );
    const [together, alone] = [zlibEngine(6, 100 << 20), zlibEngine(6)];
    const deflated = await Promise.all(files.map((bytes) => together.soon({ bytes, last: true })));
    await together.close();
    const differing = files.filter((bytes, at) => {
      const other = Buffer.from(alone.now({ bytes, last: true }));
      return !other.equals(deflated[at] ?? other.subarray(1));
    });
    expect(differing).toEqual([]);
  });

  it('when a stream is cut into blocks, what repeats across a cut is still found', async () => {
    const noise = createHash('shake256', { outputLength: 20_000 }).update('noise').digest();
    const apart = await stream([noise, noise], zlibEngine(6));
    const alone = await stream([noise], zlibEngine(6));
    expect(alone.length).toBeGreaterThan(20_000);
    expect(apart.length).toBeLessThan(20_500);
  });

  it('when nothing is to be compressed, any length is framed as RFC 1951 has it', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 65_534, 65_535, 65_536, 200_000), (length) => {
        const bytes = Buffer.alloc(length, 7);
        const framed = Buffer.concat([
          storedBlock({ bytes, last: false }),
          storedBlock({ bytes, last: true }),
        ]);
        expect(inflateRawSync(framed).equals(Buffer.concat([bytes, bytes]))).toBe(true);
      }),
    );
  });
});
