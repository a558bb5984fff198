import { spawn } from 'node:child_process';
import { repositoryEnvironment } from './git-tree.js';

/** A running `git cat-file --batch`: one process for all blobs, and no blob whole in memory. */
export interface GitBlobs {
  /** The bytes of a blob; one blob is read at a time. */
  read(object: string): AsyncGenerator<Uint8Array>;
  close(): void;
}

/** Starts one git that answers for every object (git-cat-file, `--batch`), below any folder of the repository. */
export function openBlobs(root: string): GitBlobs {
  const child = spawn('git', ['cat-file', '--batch'], {
    cwd: root,
    env: repositoryEnvironment(root),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const source = byteSource(child.stdout);
  return {
    async *read(object) {
      child.stdin.write(`${object}\n`);
      const header = await source.line();
      const size = Number(/^[0-9a-f]+ blob (\d+)$/.exec(header)?.[1]);
      if (Number.isNaN(size)) throw new Error(`git answered: ${header}`);
      let left = size;
      try {
        while (left > 0) {
          const bytes = await source.take(left);
          left -= bytes.length;
          yield bytes;
        }
      } finally {
        // Whoever stops early leaves the rest of the blob, and the line feed behind it, before the next answer.
        for (left += 1; left > 0;) left -= (await source.take(left)).length;
      }
    },
    close: () => child.stdin.end(),
  };
}

function byteSource(stream: AsyncIterable<Buffer>) {
  const chunks = stream[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async () => {
    const { value, done } = await chunks.next();
    if (done === true) throw new Error('git ended before it had answered');
    return value;
  };
  return {
    line: async () => {
      while (!held.includes(0x0a)) held = Buffer.concat([held, await more()]);
      const end = held.indexOf(0x0a);
      const line = held.subarray(0, end).toString();
      held = held.subarray(end + 1);
      return line;
    },
    /** One byte or more, at most so many. */
    take: async (most: number): Promise<Uint8Array> => {
      if (held.length === 0) held = await more();
      const bytes = held.subarray(0, most);
      held = held.subarray(bytes.length);
      return bytes;
    },
  };
}
