import { readFile } from 'node:fs/promises';
import type { DocumentRequest } from '../plan/finalize-documents.js';
import type { FinalizeDocument } from '../plan/plan-finalize.js';
import { confinedPath } from './confined-path.js';
import { isAbsent } from './system-error.js';

/** Reads the documents that a plan needs; paths are relative to `root` and confined to it (NZ8010). */
export async function readDocuments(
  root: string,
  requests: readonly DocumentRequest[],
): Promise<readonly FinalizeDocument[]> {
  return Promise.all(
    requests.map(async (request) => ({ ...request, text: await readText(root, request.path) })),
  );
}

/** The text of a document, null where there is none. */
export async function readText(root: string, path: string): Promise<string | null> {
  const absolute = await confinedPath(root, path);
  try {
    return await readFile(absolute, 'utf8');
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}
