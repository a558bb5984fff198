import { isError } from '@nx-zenodo/findings';
import type { FixityFinding } from '../../findings/fixity-error.js';
import { compareLooks } from '../../guard/guard-event.js';
import type { GuardEvent } from '../../guard/guard-event.js';
import type { VerificationRequest } from '../../verification/verification-request.js';
import { resolveRoot } from '../resolve-inside.js';
import { examineRelease } from '../verify-release.js';
import { FolderWatch } from './folder-watch.js';

/** How a freeze is guarded. */
export interface GuardOptions {
  /** Ends after the first drift. */
  readonly once?: boolean;
  /** Milliseconds after which everything is looked at again, told or not (network disks tell nothing); default 60,000. */
  readonly interval?: number;
  /** Ends the guard. */
  readonly signal?: AbortSignal;
}

/**
 * Guards a frozen release: looks at everything, then again whenever something in its folders changes, and tells what
 * drifted and what was restored. The judge is that of `checkFixity`. Ends with the signal, or with `once` after the
 * first drift; throws {@link FixityError} NZ1019 when the root is no folder.
 */
export async function* watchFreeze(
  request: VerificationRequest,
  options: GuardOptions = {},
): AsyncGenerator<GuardEvent, void> {
  const { once = false, interval = 60_000, signal } = options;
  const watch = new FolderWatch(await resolveRoot(request.root));
  let before: readonly FixityFinding[] = [];
  let told = false;
  try {
    while (signal?.aborted !== true) {
      const { findings, folders, files } = await examineRelease(request);
      const incomplete = watch.update(foldersToWatch(request, folders?.() ?? []));
      const errors = findings.filter(isError);
      const events = compareLooks(before, errors);
      before = errors;
      yield* events;
      if (once && errors.length > 0) return;
      // What changed before a folder was watched is seen by another look.
      if (incomplete) continue;
      if (!told) yield { kind: 'watching', files, folders: watch.folders };
      told = true;
      await watch.next(interval, signal);
    }
  } finally {
    watch.close();
  }
}

// With every folder above: one that is renamed or put back is told by the one that holds it.
function foldersToWatch(request: VerificationRequest, listed: Iterable<string>): Set<string> {
  const folders = new Set(['']);
  const add = (folder: string) => {
    for (let at = folder; !folders.has(at); at = parentOf(at)) folders.add(at);
  };
  for (const folder of listed) add(folder);
  add(parentOf(request.signature));
  return folders;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
