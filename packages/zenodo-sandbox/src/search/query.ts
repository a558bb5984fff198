import type { SearchDocument } from './document.js';
import { rdmField } from './legacy-field.js';

export type Matcher = (document: SearchDocument) => boolean;

/** Words and `field:value` pairs, all of which must hold. */
export function parseQuery(query: string): Matcher {
  const terms = query.match(/[\w.]+:"[^"]*"|"[^"]*"|\S+/g) ?? [];
  const matchers = terms.filter((term) => term !== 'AND').map(matcherOf);
  return (document) => matchers.every((matches) => matches(document));
}

function matcherOf(term: string): Matcher {
  const pair = /^([\w.]+):"?(.*?)"?$/.exec(term);
  if (pair === null) {
    const word = term.replaceAll('"', '').toLowerCase();
    return (document) => word === '*' || document.text().includes(word);
  }
  const [, field = '', value = ''] = pair;
  return (document) =>
    document.values(rdmField(field)).some((found) => found.toLowerCase() === value.toLowerCase());
}
