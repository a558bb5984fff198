import { parseReleasePath, resolveInside } from '@nx-zenodo/fixity';
import { isCodedError } from '@nx-zenodo/findings';
import { refusedPath } from '../findings/repository-findings.js';
import { FinalizeError } from '../findings/finalize-error.js';

/**
 * The absolute path of a document below `root`; what does not exist yet is allowed.
 *
 * @throws FinalizeError NZ8010 when the path could name a place outside on any platform, or a link lies on the way
 */
export async function confinedPath(root: string, path: string): Promise<string> {
  const reason = reasonAgainst(path);
  if (reason !== null) throw new FinalizeError([refusedPath(path, reason)]);
  try {
    return await resolveInside(root, path);
  } catch (cause) {
    if (!isCodedError(cause) || cause.code !== 'NZ1008') throw cause;
    throw new FinalizeError([refusedPath(path, 'leads through a link')], { cause });
  }
}

// Stricter than the path of a frozen file: a document is named by a person, in one way, and git keeps its own.
function reasonAgainst(path: string): string | null {
  const reading = parseReleasePath(path);
  if (!reading.ok) return reading.reason;
  if (path.includes('\\')) return 'has backslashes';
  if (reading.path !== path) return 'has empty or "." segments';
  if (path.split('/')[0]?.toLowerCase() === '.git') return 'lies in the repository itself';
  return null;
}
