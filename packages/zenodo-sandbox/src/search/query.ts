import { refuse } from '../http/refusal.js';
import type { SearchDocument } from './document.js';
import { rdmField, rewriteValue } from './legacy-field.js';
import { parseSyntax, QuerySyntaxError, type QueryNode, type Range } from './query-syntax.js';

export type Matcher = (document: SearchDocument) => boolean;

/** What a query string asks for; nothing asks for everything. Throws 400 for one without a meaning. */
export function parseQuery(query: string): Matcher {
  if (query.trim() === '') return () => true;
  try {
    return matcherOf(parseSyntax(query));
  } catch (error) {
    if (error instanceof QuerySyntaxError) throw refuse(400, 'Invalid query string syntax.');
    throw error;
  }
}

function matcherOf(node: QueryNode): Matcher {
  switch (node.kind) {
    case 'all': {
      const parts = node.parts.map(matcherOf);
      return (document) => parts.every((matches) => matches(document));
    }
    case 'any': {
      const parts = node.parts.map(matcherOf);
      return (document) => parts.some((matches) => matches(document));
    }
    case 'not': {
      const matches = matcherOf(node.part);
      return (document) => !matches(document);
    }
    case 'exists': {
      const field = rdmField(node.field);
      return (document) => document.values(field).length > 0;
    }
    case 'range': {
      const field = rdmField(node.field);
      return (document) => document.values(field).some((value) => isWithin(value, node.range));
    }
    case 'term':
      return termMatcher(node.field, node.text, node.quoted);
  }
}

function termMatcher(field: string | undefined, text: string, quoted: boolean): Matcher {
  if (field === undefined && text === '*') return () => true;
  const name = field === undefined ? undefined : rdmField(field);
  const wanted = (name === undefined ? text : rewriteValue(name, text)).toLowerCase();
  const holds = quoted || !/[*?]/.test(wanted) ? phraseTest(wanted) : wildcardTest(wanted);
  if (name === undefined) return (document) => holds(document.text());
  return (document) => document.values(name).some((value) => holds(value.toLowerCase()));
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

// Equal as a whole (an id, a DOI), or the same words side by side (a title).
function phraseTest(wanted: string): (value: string) => boolean {
  const words = ` ${wordsOf(wanted).join(' ')} `;
  return (value) =>
    value === wanted || (words.trim() !== '' && ` ${wordsOf(value).join(' ')} `.includes(words));
}

function wildcardTest(wanted: string): (value: string) => boolean {
  const source = wanted
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const pattern = new RegExp(`^(?:${source})$`, 's');
  return (value) => pattern.test(value) || wordsOf(value).some((word) => pattern.test(word));
}

function isWithin(value: string, { from, to, withFrom, withTo }: Range): boolean {
  const low = from === '*' ? 1 : compare(value, from);
  const high = to === '*' ? -1 : compare(value, to);
  return (low > 0 || (withFrom && low === 0)) && (high < 0 || (withTo && high === 0));
}

// Numbers as numbers; dates and all else in the order of their text.
function compare(a: string, b: string): number {
  const numbers = [a, b].map(Number);
  const [x = NaN, y = NaN] = numbers;
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
}
