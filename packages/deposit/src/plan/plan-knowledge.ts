import type { MetadataDifference } from '../compare/compare-metadata.js';

/**
 * What happens to an open draft that stands in the way.
 * `reuse` takes one that is ours and stops before any other; `ask` takes one that is ours and asks about any
 * other; `refuse` stops before every draft that this run has not made; `discard` throws away one that is not
 * ours, under our concept only.
 */
export type DraftPolicy = 'reuse' | 'ask' | 'refuse' | 'discard';

/** What may be answered about a draft or an edit that is not ours. */
export type DraftDecision = 'reuse' | 'refuse' | 'discard';

/** What the plan knows besides the wanted and the observed. */
export interface PlanKnowledge {
  readonly draftPolicy: DraftPolicy;
  /** Publish under a new concept although a record of the same title stands. */
  readonly allowNewConcept: boolean;
  /** Drafts that this run has made or resumed. */
  readonly own: ReadonlySet<number>;
  /** The draft that the journal of an interrupted run names: a hint, its files have to be ours. */
  readonly journalled: number | null;
  /** The draft to publish into, and the DOI that stands in the files already. */
  readonly reservation: { readonly depositionId: number; readonly doi: string } | null;
  /** The draft whose metadata this very run has sent whole, so that it need not be sent again. */
  readonly prepared: number | null;
  /** How Zenodo kept the metadata when the record was published: no reason for an edit. */
  readonly knownDifferences: readonly MetadataDifference[];
}
