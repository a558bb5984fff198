import { allFunders } from '@nx-zenodo/zenodo-api';
import type { Call, Context } from '../http/call.js';
import { noRoute, pidUnknown } from '../http/refusal.js';
import { answer, json, redirect, type Outcome } from '../http/response.js';
import type { Route } from '../http/route.js';
import { pageLinks } from '../search/page-links.js';
import { parsePaging } from '../search/paging.js';
import { vocabulary, type Term } from './vocabulary.js';

const read = { method: 'GET', body: 'none', produces: ['application/json'] } as const;

/** Controlled vocabularies, as invenio-vocabularies serves them (contract D.1, E.3). */
export const vocabularyRoutes: readonly Route[] = [
  { ...read, pattern: '/api/vocabularies/:type', handle: search },
  { ...read, pattern: '/api/vocabularies/:type/:term', handle: one },
  { ...read, pattern: '/api/funders', handle: searchFunders },
  { ...read, pattern: '/api/funders/:term', handle: oneFunder },
  { method: 'GET', body: 'none', pattern: '/api/licenses', handle: toLicences },
  { method: 'GET', body: 'none', pattern: '/api/licenses/', handle: toLicences },
];

type Told = Readonly<Record<string, unknown>>;

function search(_context: Context, call: Call): Outcome {
  const { type, terms } = termsOf(call);
  return answerFound(call, terms, (term) => told(call, type, term));
}

function one(_context: Context, call: Call): Outcome {
  const { type, terms } = termsOf(call);
  const term = terms.find(({ id }) => id === call.params['term']);
  if (term === undefined) throw pidUnknown();
  return answer(json(200, told(call, type, term), { ETag: '"1"' }));
}

function searchFunders(_context: Context, call: Call): Outcome {
  return answerFound(call, funders(), (term) => toldFunder(call, term));
}

function oneFunder(_context: Context, call: Call): Outcome {
  const term = funders().find(({ id }) => id === call.params['term']);
  if (term === undefined) throw pidUnknown();
  return answer(json(200, toldFunder(call, term), { ETag: '"1"' }));
}

function toLicences(_context: Context, call: Call): Outcome {
  const query = call.query === '' ? '' : `?${call.query}`;
  return answer(redirect(301, `${call.origin}/api/vocabularies/licenses${query}`));
}

function termsOf(call: Call): { type: string; terms: readonly Term[] } {
  const type = call.params['type'] ?? '';
  const terms = vocabulary(type);
  if (terms === undefined) throw noRoute();
  return { type, terms: [...terms.values()] };
}

function funders(): Term[] {
  return allFunders().map(({ ror, acronym, doi }) => ({
    id: ror,
    title: { en: acronym },
    props: { doi },
  }));
}

// `q` and `suggest` find words in ids and titles; `tags` and `subtype` are not asked of these lists.
function answerFound(call: Call, terms: readonly Term[], tell: (term: Term) => Told): Outcome {
  const wanted = (call.search.get('q') ?? call.search.get('suggest') ?? '').toLowerCase();
  const words = wanted.replace(/[*"()]/g, ' ').split(/\s+/);
  const found = terms.filter((term) => {
    const text = `${term.id} ${Object.values(term.title).join(' ')}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const paging = parsePaging(call.search, 25, 1000);
  const hits = found.slice(paging.from, paging.from + paging.size).map(tell);
  const sort = wanted === '' ? 'title' : 'bestmatch';
  return answer(
    json(200, {
      hits: { hits, total: found.length },
      sortBy: sort,
      links: pageLinks(call, { ...paging, sort }, found.length),
    }),
  );
}

// The vocabularies of this installation are as old as the code that they came with.
const made = {
  created: '2024-01-01T00:00:00.000000+00:00',
  updated: '2024-01-01T00:00:00.000000+00:00',
};

function told(call: Call, type: string, { id, title, props = {}, tags = [] }: Term): Told {
  const self = `${call.origin}/api/vocabularies/${type}/${encodeURIComponent(id)}`;
  return { id, ...made, links: { self }, revision_id: 1, title, type, props, tags };
}

function toldFunder(call: Call, { id, title, props }: Term): Told {
  const self = `${call.origin}/api/funders/${id}`;
  const identifiers = [
    { identifier: id, scheme: 'ror' },
    { identifier: props?.['doi'] ?? '', scheme: 'doi' },
  ];
  return { id, ...made, links: { self }, revision_id: 1, name: title['en'], title, identifiers };
}
