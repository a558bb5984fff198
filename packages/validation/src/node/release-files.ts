import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Line, ReleaseFiles } from '../release-files.js';
import type { Evidence } from '../validation-report.js';
import { isGlob } from '../kinds/matched-files.js';
import { ValidationError } from '../validation-error.js';
import { checkRelative, resolveRegularFile } from './release-path.js';

/** The files below a root, and the digests of those that were read so far (sorted by path). */
export function openReleaseFiles(root: string): {
  readonly files: ReleaseFiles;
  readonly evidence: () => readonly Evidence[];
} {
  const digests = new Map<string, string>();
  const files: ReleaseFiles = {
    read: async (path) => {
      const bytes = await readFile(await resolveRegularFile(root, path));
      digests.set(path, createHash('sha256').update(bytes).digest('hex'));
      return bytes;
    },
    readLines: (path) => readLines(root, path, (sha256) => digests.set(path, sha256)),
    witness: async (path) => {
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(await resolveRegularFile(root, path))) {
        hash.update(chunk as Buffer);
      }
      digests.set(path, hash.digest('hex'));
    },
    find: (pattern) => find(root, pattern),
  };
  const evidence = () =>
    [...digests]
      .map(([path, sha256]) => ({ path, sha256 }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, evidence };
}

async function* readLines(
  root: string,
  path: string,
  done: (sha256: string) => void,
): AsyncGenerator<Line> {
  const hash = createHash('sha256');
  let number = 0;
  let held: Buffer[] = [];
  const take = (end: Buffer) => {
    const bytes = Buffer.concat([...held, end]);
    held = [];
    number += 1;
    return { number, bytes: bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes };
  };
  for await (const chunk of createReadStream(await resolveRegularFile(root, path))) {
    const bytes = chunk as Buffer;
    hash.update(bytes);
    let from = 0;
    for (let to = bytes.indexOf(0x0a); to >= 0; to = bytes.indexOf(0x0a, from)) {
      yield take(bytes.subarray(from, to));
      from = to + 1;
    }
    if (from < bytes.length) held.push(bytes.subarray(from));
  }
  if (held.length > 0) yield take(Buffer.alloc(0));
  done(hash.digest('hex'));
}

async function find(root: string, pattern: string): Promise<readonly string[]> {
  checkRelative(pattern);
  try {
    await resolveRegularFile(root, pattern);
    return [pattern];
  } catch (thrown) {
    if (!(thrown instanceof ValidationError) || thrown.code !== 'NZ2203') throw thrown;
    if (!isGlob(pattern)) return [];
  }
  const { glob } = await import('tinyglobby');
  const found = await glob([pattern], {
    cwd: root,
    dot: true,
    onlyFiles: true,
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  return found.sort();
}
