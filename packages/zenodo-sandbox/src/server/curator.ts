import { refuse } from '../http/refusal.js';
import { decide } from '../lifecycle/review.js';
import { isOpen, type ReviewRequest } from '../model/review-request.js';
import type { Context } from '../http/call.js';
import type { Store } from '../node/store.js';

/** What waits for somebody else: a curator of a community, the operators, or the owner of a record. */
export interface Review {
  /** Id of the request. */
  readonly id: string;
  readonly type: ReviewRequest['type'];
  /** Slug of the community; a deletion is asked of the operators. */
  readonly community?: string;
  /** Id of the draft or record that it is about. */
  readonly record: number;
  /** Id of the account that asks; a guest has none. */
  readonly creator?: number;
}

/** Plays those who decide: the local Zenodo has nobody who would. */
export class Curator {
  readonly #store: Store;
  readonly #context: () => Context;

  constructor(store: Store, context: () => Context) {
    this.#store = store;
    this.#context = context;
  }

  /** All that is undecided, oldest first. */
  list(): Review[] {
    return [...this.#store.tables.requests()].filter(isOpen).map(reviewOf);
  }

  /** Decides; resolves when it is on disk. Throws when there is no such request, or a draft cannot be published. */
  async decide(id: string, decision: 'accept' | 'decline'): Promise<Review> {
    const request = this.#store.tables.request(id);
    if (request === undefined) throw refuse(404, `There is no request ${id}.`);
    const decided = decide(this.#context(), request, decision);
    await this.#store.commit(decided.changes);
    return reviewOf(decided.request);
  }
}

function reviewOf({ id, type, community, record, creator }: ReviewRequest): Review {
  return {
    id,
    type,
    record,
    ...(creator === undefined ? {} : { creator }),
    ...(community === undefined ? {} : { community }),
  };
}
