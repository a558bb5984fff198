import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { changedSincePlan } from '../findings/repository-findings.js';
import { throwErrors } from '../findings/finalize-error.js';
import type { FinalizePlan } from '../plan/plan-finalize.js';
import { confinedPath } from './confined-path.js';
import { readText } from './read-documents.js';

/**
 * Writes what the plan says, each document whole or not at all, and returns the paths that were written.
 *
 * @throws FinalizeError NZ8010 when a path is not confined to `root`, NZ8011 when a document is not what the plan
 *   was made from; both before anything is written
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
  const { default: writeFileAtomic } = await import('write-file-atomic');
  for (const { path, after } of plan.changes) {
    const absolute = await confinedPath(root, path);
    await mkdir(dirname(absolute), { recursive: true });
    await writeFileAtomic(absolute, after);
  }
  return plan.changes.map(({ path }) => path);
}
