import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A release folder for one test: files by path, removed by `dispose`. */
export interface ReleaseFolder {
  readonly root: string;
  write(path: string, content: string | Uint8Array): Promise<void>;
  dispose(): Promise<void>;
}

export async function releaseFolder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<ReleaseFolder> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'fixity-')));
  const write = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    // Whole or not at all, so that who watches never sees half of it.
    await writeFile(`${root}.part`, content);
    await rename(`${root}.part`, join(root, path));
  };
  for (const [path, content] of Object.entries(files)) await write(path, content);
  return { root, write, dispose: () => rm(root, { recursive: true, force: true }) };
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** One line as sha256sum writes it. */
export function line(path: string, content: string | Uint8Array): string {
  return `${sha256(content)}  ${path}\n`;
}
