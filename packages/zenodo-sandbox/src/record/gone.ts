import { refuse, type Refusal } from '../http/refusal.js';
import type { Tombstone } from '../model/version.js';

/** A record that was removed: its tombstone stays (contract 0.5). */
export function goneRefusal(tombstone: Tombstone): Refusal {
  const { removed, reason, note } = tombstone;
  return refuse(410, 'Record deleted', {
    tombstone: {
      removal_reason: { id: reason },
      note,
      removal_date: removed,
      is_visible: true,
    },
  });
}
