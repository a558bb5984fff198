import type { FindingView } from '../view/finding-view.js';
import { slotOf } from './field-slot.js';
import type { Slot } from './field-slot.js';

/** All findings of a page, by the place where each is told. Every finding is in exactly one list. */
export interface FindingBoard {
  readonly all: readonly FindingView[];
  readonly at: (slot: Slot) => readonly FindingView[];
  /** Those that belong to no field of the page. */
  readonly general: readonly FindingView[];
}

const rank = { error: 0, warning: 1, note: 2 } as const;

/** Sorts findings into their places, errors first. */
export function buildFindingBoard(findings: readonly FindingView[] = []): FindingBoard {
  const all = [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]);
  const placed = all.map((finding) => ({ finding, slot: slotOf(finding) }));
  const inSlot = (wanted: Slot | null) =>
    placed.filter(({ slot }) => slot === wanted).map(({ finding }) => finding);
  return { all, at: inSlot, general: inSlot(null) };
}
