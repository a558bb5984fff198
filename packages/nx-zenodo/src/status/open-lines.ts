import type { ChecklistItem } from '@nx-zenodo/finalize';
import type { Finding } from '@nx-zenodo/findings';

/** NZ9030: the lines that are not answered with yes; null where none is open. What does not apply is not open. */
export function openLines(items: readonly ChecklistItem[]): Finding | null {
  const open = items.filter(({ state }) => state === 'no' || state === 'unknown');
  if (open.length === 0) return null;
  return {
    code: 'NZ9030',
    severity: 'error',
    message: `${open.length} of ${items.length} lines of the checklist are open: ${open.map(({ id }) => id).join(', ')}.`,
    cure: 'See the cure below each line; leave --strict out to only look.',
  };
}
