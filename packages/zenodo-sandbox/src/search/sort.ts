import { invalid } from '../http/refusal.js';
import type { SearchDocument } from './document.js';

export type Order = (a: SearchDocument, b: SearchDocument) => number;

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byCreated: Order = (a, b) => text(a.created, b.created) || a.id - b.id;
const byUpdated: Order = (a, b) => text(a.updated, b.updated) || a.id - b.id;
const byVersion: Order = (a, b) => a.index - b.index || a.id - b.id;
const byPublication: Order = (a, b) => text(a.published, b.published) || byCreated(a, b);
const byField =
  (field: string): Order =>
  (a, b) =>
    text(a.values(field)[0] ?? '', b.values(field)[0] ?? '') || byCreated(a, b);
const back =
  (order: Order): Order =>
  (a, b) =>
    order(b, a);

// Nothing is counted here, so what is viewed or downloaded most is what is newest.
const orders = new Map<string, Order>([
  ['bestmatch', back(byCreated)],
  ['-bestmatch', byCreated],
  ['mostrecent', back(byCreated)],
  ['-mostrecent', byCreated],
  ['newest', back(byCreated)],
  ['oldest', byCreated],
  ['updated-desc', back(byUpdated)],
  ['updated-asc', byUpdated],
  ['version', back(byVersion)],
  ['-version', byVersion],
  ['publication_date', back(byPublication)],
  ['-publication_date', byPublication],
  ['publication-desc', back(byPublication)],
  ['publication-asc', byPublication],
  ['journal-desc', back(byField('custom_fields.journal:journal.title'))],
  ['journal-asc', byField('custom_fields.journal:journal.title')],
  ['conference-desc', back(byField('custom_fields.meeting:meeting.title'))],
  ['conference-asc', byField('custom_fields.meeting:meeting.title')],
  ['mostviewed', back(byCreated)],
  ['-mostviewed', byCreated],
  ['mostdownloaded', back(byCreated)],
  ['-mostdownloaded', byCreated],
]);

/** The name of an order: `newest` unless told, the best match first when something is searched. */
export function sortName(search: URLSearchParams, fallback?: string): string {
  const searched = (search.get('q') ?? '') !== '';
  return search.get('sort') || fallback || (searched ? 'bestmatch' : 'newest');
}

/** The order of a listing by its name. */
export function parseSort(name: string): Order {
  const order = orders.get(name);
  if (order === undefined) {
    throw invalid([{ field: '_schema', messages: [`Invalid sort option '${name}'.`] }]);
  }
  return order;
}
