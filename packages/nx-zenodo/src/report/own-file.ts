import { open, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { writeWhole } from '../chain/release-output.js';
import { PluginError } from '../plugin-error.js';

/** What a target writes where a person says. */
export type OwnFileKind = 'sarif' | 'codeQuality' | 'preview';

/** A place that a person named for such a file. */
export interface OwnFilePlace {
  readonly kind: OwnFileKind;
  /** Root of the workspace, absolute. */
  readonly workspaceRoot: string;
  /** Relative to it. */
  readonly path: string;
}

// How each begins, whichever version of the plugin wrote it. A Code Quality report has no place for the name of its tool.
const beginnings: Readonly<Record<OwnFileKind, RegExp>> = {
  sarif: /"driver": \{\s*"name": "nx-zenodo"/,
  codeQuality: /^\[(?:\]|\s*\{\s*"description": ".*",\s*"check_name": "NZ\d{4}")/,
  preview: /<meta name="generator" content="nx-zenodo" ?\/?>/,
};
const beginningBytes = 65_536;

/**
 * Refuses a place outside the workspace, and one where something stands that no such target wrote: a source, a frozen
 * file, a result of the chain. An empty file holds nothing that could be lost.
 *
 * @throws PluginError NZ9031
 */
export async function requireOwnFile({ kind, workspaceRoot, path }: OwnFilePlace): Promise<void> {
  const way = relative(workspaceRoot, join(workspaceRoot, path));
  if (isAbsolute(path) || way === '..' || way.startsWith(`..${sep}`)) {
    throw refused(path, 'it is no path inside the workspace');
  }
  const text = await beginningOf(join(workspaceRoot, path), path);
  if (text !== '' && !beginnings[kind].test(text)) {
    throw refused(path, 'what stands there was not written by this target');
  }
}

/**
 * Writes the file whole or not at all.
 *
 * @throws PluginError NZ9031 for a place that is not its own, NZ9028 where the system does not let it
 */
export async function writeOwnFile(place: OwnFilePlace, text: string): Promise<void> {
  await requireOwnFile(place);
  await writeWhole(place.workspaceRoot, place.path, text);
}

/** The first bytes as text; '' where no file stands: what hinders the write then tells of itself. */
async function beginningOf(file: string, path: string): Promise<string> {
  const entry = await stat(file).catch(() => null);
  if (entry === null || entry.isDirectory()) return '';
  // To open a named pipe would wait for its writer.
  if (!entry.isFile()) throw refused(path, 'what stands there is no regular file');
  const handle = await open(file).catch(() => null);
  if (handle === null) throw refused(path, 'what stands there cannot be read');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(beginningBytes), 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

function refused(path: string, why: string): PluginError {
  return new PluginError([
    {
      code: 'NZ9031',
      severity: 'error',
      message: `The file is not written: ${why}.`,
      cure: 'Name a file below `dist`, relative to the workspace, or move away what stands there.',
      place: { file: path },
    },
  ]);
}
