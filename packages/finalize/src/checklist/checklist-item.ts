import type { Fact } from './fact.js';
import type { Tally } from './checklist-facts.js';

/** When a line of the checklist has to be true; `versions` is about all of them together. */
export type Phase = 'before' | 'after' | 'versions';

/** One line of the checklist: a question, and what is known of its answer. */
export interface ChecklistItem {
  /** Stable name, for machines. */
  readonly id: string;
  readonly phase: Phase;
  readonly label: string;
  /** `unknown` where nobody could tell: that is no yes. `inapplicable` where there is nothing of the kind. */
  readonly state: 'yes' | 'no' | 'unknown' | 'inapplicable';
  /** The facts behind the state, in a few words. */
  readonly detail: string;
  /** What to do about a no, in the imperative; null for every other state. */
  readonly cure: string | null;
}

/** Yes or no, with the facts. */
export type Answer = readonly [boolean, string];

/** A line of the checklist before it is answered. */
export interface Question<Facts> {
  readonly id: string;
  readonly label: string;
  readonly cure: string;
  readonly answer: (facts: Facts) => Fact<Answer>;
}

/** Answers one question from the facts; it has a cure only where that is no. */
export function itemOf<Facts>(
  phase: Phase,
  { id, label, cure, answer }: Question<Facts>,
  facts: Facts,
): ChecklistItem {
  const fact = answer(facts);
  const line = { id, phase, label };
  if ('unknown' in fact) return { ...line, state: 'unknown', detail: fact.unknown, cure: null };
  if ('inapplicable' in fact) {
    return { ...line, state: 'inapplicable', detail: fact.inapplicable, cure: null };
  }
  const [holds, detail] = fact.known;
  return { ...line, state: holds ? 'yes' : 'no', detail, cure: holds ? null : cure };
}

/** An answer from a fact; what is not known stays so. */
export function told<Value>(fact: Fact<Value>, tell: (value: Value) => Answer): Fact<Answer> {
  return 'known' in fact ? { known: tell(fact.known) } : fact;
}

/** Yes when all were done and there were any: nothing checked is nothing proved. */
export function allOf(tally: Fact<Tally>, tell: (tally: Tally) => string): Fact<Answer> {
  return told(tally, (one) => [one.of > 0 && one.done === one.of, tell(one)]);
}
