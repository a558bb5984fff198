import type { ReviewRequest } from './review-request.js';
import type { Concept, Version } from './version.js';

/** One row that a request writes; all rows of a request are written together or not at all. */
export type Change =
  | { readonly put: 'version'; readonly value: Version }
  | { readonly put: 'concept'; readonly value: Concept }
  | { readonly put: 'next-id'; readonly value: number }
  | { readonly put: 'request'; readonly value: ReviewRequest }
  | { readonly drop: 'version' | 'concept'; readonly id: number }
  | { readonly drop: 'request'; readonly id: string };
