import type { Tally } from './checklist-facts.js';

/** One line of the checklist: a question, and what is known of its answer. */
export interface ChecklistItem {
  /** Stable name, for machines. */
  readonly id: string;
  readonly phase: 'before' | 'after';
  readonly label: string;
  /** `unknown` where nobody looked: that is no yes. */
  readonly state: 'yes' | 'no' | 'unknown';
  /** The facts behind the state, in a few words. */
  readonly detail: string;
}

/** An answer: yes or no with its facts, or null where nobody looked. */
export type Answer = readonly [boolean, string] | null;

/** A line of the checklist before it is answered. */
export interface Question<Facts> {
  readonly id: string;
  readonly label: string;
  readonly answer: (facts: Facts) => Answer;
}

export function itemOf<Facts>(
  phase: ChecklistItem['phase'],
  { id, label, answer }: Question<Facts>,
  facts: Facts,
): ChecklistItem {
  const known = answer(facts);
  if (known === null) return { id, phase, label, state: 'unknown', detail: 'not looked at' };
  const [holds, detail] = known;
  return { id, phase, label, state: holds ? 'yes' : 'no', detail };
}

/** Yes when all were done and there were any: nothing checked is nothing proved. */
export function allOf(tally: Tally | null, tell: (tally: Tally) => string): Answer {
  return tally && [tally.of > 0 && tally.done === tally.of, tell(tally)];
}
