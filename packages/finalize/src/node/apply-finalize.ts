import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { changedSincePlan, unwrittenDocument } from '../findings/repository-findings.js';
import { FinalizeError, throwErrors } from '../findings/finalize-error.js';
import type { FinalizePlan } from '../plan/plan-finalize.js';
import { confinedPath } from './confined-path.js';
import { readText } from './read-documents.js';
import { systemReason } from './system-error.js';

/**
 * Writes what the plan says, each document whole or not at all, and returns the paths that were written.
 *
 * @throws FinalizeError NZ8010 when a path is not confined to `root`, NZ8011 when a document is not what the plan
 *   was made from; both before anything is written; NZ8019 where the system does not let one be written, with what was
 *   written before it
 */
export async function applyFinalize(root: string, plan: FinalizePlan): Promise<readonly string[]> {
  const now = await Promise.all(
    plan.changes.map(async (change) => ({ change, text: await readText(root, change.path) })),
  );
  throwErrors(
    now
      .filter(({ change, text }) => text !== change.before)
      .map(({ change }) => changedSincePlan(change.path)),
  );
  const written: string[] = [];
  for (const { path, after } of plan.changes) {
    const absolute = await confinedPath(root, path);
    try {
      await writeDocument(absolute, after);
    } catch (cause) {
      throw new FinalizeError([unwrittenDocument(path, systemReason(cause), written)], { cause });
    }
    written.push(path);
  }
  return written;
}

async function writeDocument(absolute: string, text: string): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  await mkdir(dirname(absolute), { recursive: true });
  await writeFileAtomic(absolute, text);
}
