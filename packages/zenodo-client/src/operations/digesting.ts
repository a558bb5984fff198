import { createHash } from 'node:crypto';

/** What was counted and digested while bytes went by. */
export interface BytesSeen {
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly md5: string;
}

/** Called with the bytes so far; starts again at 0 when a transfer is repeated. */
export type Progress = (bytes: number) => void;

/** Passes bytes on and digests what passes: what is proved is what was sent, not what was read before. */
export function digestingTap(onPiece: (total: number) => void = () => undefined) {
  const sha256 = createHash('sha256');
  const md5 = createHash('md5');
  let size = 0;
  return {
    async *pass(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const piece of pieces) {
        sha256.update(piece);
        md5.update(piece);
        size += piece.length;
        onPiece(size);
        yield piece;
      }
    },
    seen(): BytesSeen {
      return { size, sha256: sha256.digest('hex'), md5: md5.digest('hex') };
    },
  };
}
