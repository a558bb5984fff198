import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { resolveInside } from '@nx-zenodo/fixity';
import { notWritten } from '../../chain/not-written.js';
import { PluginError } from '../../plugin-error.js';
import { archiveFolder } from '../archive-release.js';

/** A folder of one run beside `dist/archive`, so that no other run can change what this one makes or sends. */
export interface OwnFolder {
  /** Absolute; empty at first. */
  readonly root: string;
  /** Puts it in the place of `dist/archive`, whatever stands there, and is then gone itself. */
  keep(): Promise<void>;
  discard(): Promise<void>;
}

/**
 * Makes the folder of this run, and removes those of runs that were killed.
 * @throws PluginError NZ9028 where the system does not let it; FixityError NZ1008 for a link on the way
 */
export async function openOwnFolder(archiveRoot: string): Promise<OwnFolder> {
  const target = await resolveInside(archiveRoot, archiveFolder);
  const beside = dirname(target);
  const prefix = `.${basename(target)}-${hostname()}-`;
  return writing(async () => {
    await mkdir(beside, { recursive: true });
    await removeLeftovers(beside, prefix);
    const folder = await mkdtemp(join(beside, `${prefix}${process.pid}-`));
    const root = join(folder, 'made');
    await mkdir(root);
    // What a killed run leaves behind is nothing to commit.
    await writeFile(join(folder, '.gitignore'), '*\n');
    const discard = () => rm(folder, { recursive: true, force: true });
    const keep = () =>
      writing(async () => {
        await replace(root, target, join(folder, 'before'));
        await discard();
      });
    return { root, keep, discard };
  });
}

// Another run may put its own there between the two steps; then that one gives way.
async function replace(root: string, target: string, before: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    await rename(target, `${before}-${attempt}`).catch(unlessGone);
    try {
      await rename(root, target);
      return;
    } catch (error) {
      if (attempt === 20 || !['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(error))) throw error;
    }
  }
}

async function removeLeftovers(beside: string, prefix: string): Promise<void> {
  for (const name of await readdir(beside)) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (!isAlive(pid)) await rm(join(beside, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

async function writing<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    throw new PluginError([notWritten(archiveFolder, cause)], { cause });
  }
}

function unlessGone(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error;
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
