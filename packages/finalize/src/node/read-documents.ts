import { isUtf8 } from 'node:buffer';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { throwErrors } from '../findings/finalize-error.js';
import { unreadDocument } from '../findings/repository-findings.js';
import type { DocumentRequest } from '../plan/finalize-documents.js';
import type { FinalizeDocument } from '../plan/plan-finalize.js';
import { confinedPath } from './confined-path.js';
import { isAbsent, systemReason } from './system-error.js';

/**
 * Reads the documents that a plan needs; paths are relative to `root` and confined to it (NZ8010).
 *
 * @throws FinalizeError NZ8018 with every document that is no text in UTF-8: written again, its bytes would be lost
 */
export async function readDocuments(
  root: string,
  requests: readonly DocumentRequest[],
): Promise<readonly FinalizeDocument[]> {
  const found = await Promise.all(
    requests.map(async (request) => ({ request, reading: await readOne(root, request.path) })),
  );
  throwErrors(
    found.flatMap(({ request, reading: { reason } }) =>
      reason === null ? [] : [unreadDocument(request.path, reason)],
    ),
  );
  return found.map(({ request, reading }) => ({ ...request, text: reading.text }));
}

/**
 * The text of a document, null where there is none.
 *
 * @throws FinalizeError NZ8018 where something stands there that is no text in UTF-8
 */
export async function readText(root: string, path: string): Promise<string | null> {
  const { text, reason } = await readOne(root, path);
  if (reason !== null) throwErrors([unreadDocument(path, reason)]);
  return text;
}

interface Reading {
  readonly text: string | null;
  /** Why what stands there is no document; null where it is one, or where nothing stands. */
  readonly reason: string | null;
}

async function readOne(root: string, path: string): Promise<Reading> {
  const absolute = await confinedPath(root, path);
  try {
    return await readRegular(absolute);
  } catch (error) {
    if (isAbsent(error)) return { text: null, reason: null };
    return { text: null, reason: `cannot be read (${systemReason(error)})` };
  }
}

async function readRegular(absolute: string): Promise<Reading> {
  // To open a named pipe would wait for its writer.
  const handle = await open(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await handle.stat()).isFile()) return { text: null, reason: 'is no regular file' };
    const bytes = await handle.readFile();
    if (!isUtf8(bytes)) return { text: null, reason: 'is not UTF-8' };
    return { text: bytes.toString('utf8'), reason: null };
  } finally {
    await handle.close();
  }
}
