import type { Effort } from './level.js';

const probeBytes = 96 * 1024;

/**
 * 96 KB on which implementations of deflate part ways: words that come again near and far, runs, and noise, so
 * that the choice of a match depends on how an implementation hashes and walks its chains.
 */
export function makeProbe(): Buffer {
  const bytes = Buffer.alloc(probeBytes + 512);
  const next = numbers();
  const words = Array.from({ length: 400 }, () =>
    Buffer.from(Array.from({ length: 2 + next(9) }, () => 97 + next(20))),
  );
  for (let at = 0; at < probeBytes;) {
    const kind = next(40);
    if (kind === 0) {
      const run = 3 + next(300);
      bytes.fill(next(256), at, at + run);
      at += run;
    } else if (kind === 1) {
      at = bytes.writeUInt32LE(next(0xffff_ffff), at);
    } else {
      at += (words[Math.min(next(400), next(400))]?.copy(bytes, at) ?? 0) + 1;
    }
  }
  return bytes.subarray(0, probeBytes);
}

// xorshift32 (Marsaglia 2003, "Xorshift RNGs", section 3): the same numbers wherever it runs.
function numbers(): (below: number) => number {
  let state = 0x2545f491;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** SHA-256 of the probe as pako 3.0.3 compresses it. */
export const probeDigests: Readonly<Record<Effort, string>> = {
  1: 'ba0bb5c1fbc6f1b98a952b155e9784695e25b01bb9d2b8480c503949ff1bd00b',
  2: '24e598a24672cf04ac4062a168c2296871ebf50eea9e42be5a8a30bc11021daa',
  3: '1b0ec97dcd27152a8ed373e175f8ccead2bacb9aa4add4e0e8c07dbfc687bf19',
  4: '97b924499c977c997848c27b8356eb6426a4dbbf29e0cd42417174b8569a7741',
  5: '2f9d96ffbab65e655df8139c9a6ac61da6fe10e78e14603cf298ba4de75a3903',
  6: '94a0a3768ce56056cc3764a5051d36ed0a9e6d0634a787b9d5aa6c1380e67c66',
  7: '6d6fba19e5e32d94dfa6383fb52e28c5af5ee794e77acac909bf996ba6d1db5b',
  8: '2e282a6721c8d6e9e3e3fd72f5ea4eb7dd5a2ce209aeb2f8ea0e5e625696a4bd',
  9: 'dcb2af106cb83989b92aafa64f1137f8f8706e37cecf6727eaf1b4cd0ac714b6',
};
