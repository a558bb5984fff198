import type { ChecksumEntry } from '../checksum-list/checksum-entry.js';
import type { FixityFinding } from '../findings/fixity-error.js';
import { duplicateEntry } from '../findings/list-findings.js';

/**
 * One entry for each path and algorithm, in list order. Repeated entries that agree are a warning (NZ1011),
 * entries that disagree an error (NZ1012).
 */
export function distinctEntries(
  entries: readonly ChecksumEntry[],
  file: string,
): { readonly entries: ChecksumEntry[]; readonly findings: FixityFinding[] } {
  const first = new Map<string, ChecksumEntry>();
  const findings: FixityFinding[] = [];
  for (const entry of entries) {
    const key = `${entry.algorithm} ${entry.path}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, entry);
    else findings.push(duplicateEntry(file, before, entry));
  }
  return { entries: [...first.values()], findings };
}
