import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { once } from 'node:events';
import { startGit } from './run-git.js';

/** What a blob is, by its bytes. */
export interface BlobDigest {
  readonly object: string;
  readonly sha256: string;
  readonly sha512: string;
  /** True for a pointer of Git LFS, which stands in place of a file. */
  readonly lfsPointer: boolean;
}

/**
 * Digests of the blobs, in their order; undefined for one that is not here (a partial clone). One git process
 * answers for all of them and no blob is held as a whole.
 */
export async function* digestBlobs(
  folder: string,
  objects: readonly string[],
): AsyncGenerator<BlobDigest | undefined> {
  if (objects.length === 0) return;
  const git = startGit(folder, ['cat-file', '--batch']);
  const ended = once(git, 'close');
  git.stderr.resume();
  // A reader that stops early closes the pipe: the error is told by what is then missing.
  git.stdin.on('error', () => undefined);
  git.stdin.end(objects.map((object) => `${object}\n`).join(''));
  const reader = new BatchReader();
  let answered = 0;
  for await (const chunk of git.stdout) {
    for (const answer of reader.take(chunk as Buffer)) {
      answered += 1;
      yield answer;
    }
  }
  await ended;
  for (; answered < objects.length; answered += 1) yield undefined;
}

// gitattributes and the LFS specification, "The Pointer": the version line comes first, the file is below 1 KiB.
const lfsHead = 'version https://git-lfs.github.com/spec/';

/** Reads `git cat-file --batch`: a head line, the bytes it announces, a line feed. */
class BatchReader {
  private head = '';
  private blob: OpenBlob | undefined;

  *take(chunk: Buffer): Generator<BlobDigest | undefined> {
    let at = 0;
    while (at < chunk.length) {
      if (this.blob === undefined) {
        const end = chunk.indexOf(10, at);
        this.head += chunk.toString('latin1', at, end === -1 ? chunk.length : end);
        if (end === -1) return;
        at = end + 1;
        if (!this.open()) yield undefined;
      } else {
        at += this.blob.take(chunk.subarray(at));
        if (!this.blob.done) continue;
        yield this.blob.digest();
        this.blob = undefined;
      }
    }
  }

  private open(): boolean {
    const [, object, size] = /^([0-9a-f]+) blob (\d+)$/.exec(this.head) ?? [];
    this.head = '';
    if (object === undefined) return false;
    this.blob = new OpenBlob(object, Number(size));
    return true;
  }
}

class OpenBlob {
  private readonly sha256: Hash = createHash('sha256');
  private readonly sha512: Hash = createHash('sha512');
  private start = '';
  /** Bytes still to come, the line feed behind the blob counted. */
  private left: number;

  constructor(
    private readonly object: string,
    private readonly size: number,
  ) {
    this.left = size + 1;
  }

  get done(): boolean {
    return this.left === 0;
  }

  /** Takes what belongs to the blob and answers how much that was. */
  take(bytes: Buffer): number {
    const content = bytes.subarray(0, Math.max(0, Math.min(bytes.length, this.left - 1)));
    this.sha256.update(content);
    this.sha512.update(content);
    if (this.start.length < lfsHead.length) this.start += content.toString('latin1', 0, 64);
    const taken = Math.min(bytes.length, this.left);
    this.left -= taken;
    return taken;
  }

  digest(): BlobDigest {
    return {
      object: this.object,
      sha256: this.sha256.digest('hex'),
      sha512: this.sha512.digest('hex'),
      lfsPointer: this.size < 1024 && this.start.startsWith(lfsHead),
    };
  }
}
