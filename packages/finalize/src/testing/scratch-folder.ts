import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder for one test, with git in it on request; removed by `dispose`. */
export interface ScratchFolder {
  readonly root: string;
  write(path: string, content: string): Promise<void>;
  git(...args: string[]): string;
  dispose(): Promise<void>;
}

export async function scratchFolder(
  files: Readonly<Record<string, string>> = {},
): Promise<ScratchFolder> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'finalize-')));
  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  };
  for (const [path, content] of Object.entries(files)) await write(path, content);
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  return { root, write, git, dispose: () => rm(root, { recursive: true, force: true }) };
}

/** The same as a repository with one commit of the files. */
export async function scratchRepository(
  files: Readonly<Record<string, string>>,
): Promise<ScratchFolder> {
  const folder = await scratchFolder(files);
  folder.git('init', '--quiet', '--initial-branch=main');
  folder.git('config', 'user.name', 'Ada Example');
  folder.git('config', 'user.email', 'ada@example.org');
  folder.git('config', 'commit.gpgsign', 'false');
  folder.git('config', 'tag.gpgsign', 'false');
  folder.git('add', '.');
  folder.git('commit', '--quiet', '-m', 'First');
  return folder;
}
