import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { finding } from '../../bundle-error.js';
import type { BundleFinding } from '../../bundle-error.js';
import { longestLfsPointer } from '../../archive/packed-file.js';
import { lfsObjectPath, parseLfsPointer } from '../../repository/lfs-object.js';
import type { LfsObject } from '../../repository/lfs-object.js';
import type { SourceFile } from '../../repository/source-file.js';
import type { GitBlobs } from '../git-blobs.js';
import { askGit } from './git-command.js';
import { commonFolder } from './submodule-folder.js';

/** A file that was written, or why it was not. */
export type Copied =
  { readonly size: number; readonly sha256: string } | { readonly problem: BundleFinding };

/**
 * Writes the bytes of a blob to a new file and proves that they are those that the tree names: the object name is
 * their digest (gitformat-loose: SHA over `blob <size>\0` and the bytes). In the place of a Git LFS pointer the
 * object that it stands for is written, proved by its SHA-256.
 */
export async function copySource(file: SourceFile, blobs: GitBlobs, to: string): Promise<Copied> {
  const { object, size, gitFolder } = file;
  if (size < longestLfsPointer) {
    const bytes = await wholeBlob(blobs, object);
    const pointer = parseLfsPointer(bytes.toString('latin1'));
    if (pointer !== null) return copyLfsObject(file, pointer, gitFolder, to);
    return write(file, [bytes], to);
  }
  return write(file, blobs.read(object), to);
}

async function wholeBlob(blobs: GitBlobs, object: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of blobs.read(object)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

async function write(file: SourceFile, bytes: Bytes, to: string): Promise<Copied> {
  const named = createHash(file.object.length === 64 ? 'sha256' : 'sha1');
  named.update(`blob ${file.size}\0`);
  const { sha256, size } = await writeNew(to, file.executable, bytes, (chunk) =>
    named.update(chunk),
  );
  const found = named.digest('hex');
  if (found === file.object) return { size, sha256 };
  const message = `git handed out bytes with the object name ${found} for ${file.object}.`;
  return { problem: finding('NZ4023', message, { file: file.path }) };
}

async function copyLfsObject(
  { path, executable }: SourceFile,
  pointer: LfsObject,
  gitFolder: string,
  to: string,
): Promise<Copied> {
  const source = join(await lfsStorage(gitFolder), lfsObjectPath(pointer));
  const found = await stat(source).catch(() => null);
  if (found === null || !found.isFile()) return { problem: missing(path, pointer, 'is not there') };
  const written = await writeNew(to, executable, createReadStream(source));
  const isThere = written.sha256 === pointer.sha256 && written.size === pointer.size;
  return isThere ? written : { problem: missing(path, pointer, 'is damaged') };
}

function missing(file: string, { sha256, size }: LfsObject, state: string): BundleFinding {
  const message = `The file is in Git LFS, and its object ${sha256} (${size} bytes) ${state} in this clone.`;
  return finding('NZ4021', message, { file });
}

// git-lfs-config(5), "lfs.storage": relative to the folder of the repository.
async function lfsStorage(gitFolder: string): Promise<string> {
  const stated = (await askGit(gitFolder, 'config', '--get', 'lfs.storage'))?.trimEnd();
  const common = (await commonFolder(gitFolder)) ?? gitFolder;
  return resolve(common, stated === undefined || stated === '' ? 'lfs' : stated);
}

async function writeNew(
  to: string,
  executable: boolean,
  bytes: Bytes,
  seen: (chunk: Uint8Array) => void = () => undefined,
): Promise<{ readonly size: number; readonly sha256: string }> {
  await mkdir(dirname(to), { recursive: true });
  const handle = await open(to, 'wx', executable ? 0o755 : 0o644);
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of bytes) {
      seen(chunk);
      hash.update(chunk);
      size += chunk.length;
      await handle.writeFile(chunk);
    }
  } finally {
    await handle.close();
  }
  return { size, sha256: hash.digest('hex') };
}
