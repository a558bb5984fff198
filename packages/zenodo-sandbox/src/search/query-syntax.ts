/** A query as it was written, in the parts that a search understands. */
export type QueryNode =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly part: QueryNode }
  | {
      readonly kind: 'term';
      readonly field?: string;
      readonly text: string;
      readonly quoted: boolean;
    }
  | { readonly kind: 'range'; readonly field: string; readonly range: Range }
  | { readonly kind: 'exists'; readonly field: string };

/** Bounds of a range; `*` is no bound. */
export interface Range {
  readonly from: string;
  readonly to: string;
  readonly withFrom: boolean;
  readonly withTo: boolean;
}

type Token =
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'range'; readonly range: Range };

/** Thrown for a query that has no meaning: brackets or quotes that do not close, an operator alone. */
export class QuerySyntaxError extends Error {}

const lexemes: readonly (readonly [RegExp, (match: RegExpExecArray) => Token | undefined])[] = [
  [/\s+/y, () => undefined],
  [/\(/y, () => ({ kind: 'open' })],
  [/\)(?:\^[\d.]+)?/y, () => ({ kind: 'close' })],
  [/(?:AND|&&)(?=[\s()]|$)/y, () => ({ kind: 'and' })],
  [/(?:OR|\|\|)(?=[\s()]|$)/y, () => ({ kind: 'or' })],
  [/NOT(?=[\s()]|$)|[-!](?=\S)/y, () => ({ kind: 'not' })],
  [/\+(?=\S)/y, () => undefined],
  [/((?:[\w.*-]|\\.)+):(?=\S)/y, ([, name = '']) => ({ kind: 'field', name: unescape(name) })],
  [
    /"((?:[^"\\]|\\.)*)"(?:[~^][\d.]*)*/y,
    ([, text = '']) => ({ kind: 'text', text: unescape(text), quoted: true }),
  ],
  [
    /([[{])\s*(\S+|"[^"]*")\s+TO\s+("[^"]*"|[^\s\]}]+)\s*([\]}])/y,
    ([, open, from = '', to = '', close]) => ({
      kind: 'range',
      range: { from: bare(from), to: bare(to), withFrom: open === '[', withTo: close === ']' },
    }),
  ],
  [
    /([<>]=?)([^\s()]+)/y,
    ([, sign = '', bound = '']) => ({ kind: 'range', range: oneSided(sign, bound) }),
  ],
  [
    /((?:[^\s()"[\]{}\\]|\\.)+)/y,
    ([, text = '']) => ({
      kind: 'text',
      text: unescape(text.replace(/[~^][\d.]*$/, '')),
      quoted: false,
    }),
  ],
];

/** Parses Lucene's query syntax as far as Zenodo's guides use it; words side by side must all hold. */
export function parseSyntax(query: string): QueryNode {
  const parser = new Parser(tokensOf(query));
  const node = parser.alternatives(undefined);
  parser.end();
  return node;
}

function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < query.length;) {
    const found = nextLexeme(query, at);
    if (found === undefined) throw new QuerySyntaxError(`Unexpected ${query[at]} at ${at}.`);
    if (found.token !== undefined) tokens.push(found.token);
    at = found.end;
  }
  return tokens;
}

function nextLexeme(query: string, at: number) {
  for (const [pattern, tokenOf] of lexemes) {
    pattern.lastIndex = at;
    const match = pattern.exec(query);
    if (match !== null) return { token: tokenOf(match), end: pattern.lastIndex };
  }
  return undefined;
}

class Parser {
  #at = 0;
  constructor(readonly tokens: readonly Token[]) {}

  alternatives(field: string | undefined): QueryNode {
    const parts = [this.#conjunction(field)];
    while (this.#take('or')) parts.push(this.#conjunction(field));
    return join('any', parts);
  }

  end(): void {
    if (this.#at < this.tokens.length) throw new QuerySyntaxError('A bracket closes nothing.');
  }

  #conjunction(field: string | undefined): QueryNode {
    const parts: QueryNode[] = [];
    for (let next = this.#peek(); next !== undefined; next = this.#peek()) {
      if (next === 'or' || next === 'close') break;
      if (next === 'and' && parts.length === 0) throw new QuerySyntaxError('AND joins nothing.');
      if (next === 'and') this.#at += 1;
      parts.push(this.#unary(field));
    }
    if (parts.length === 0) throw new QuerySyntaxError('Something is missing.');
    return join('all', parts);
  }

  #unary(field: string | undefined): QueryNode {
    if (this.#take('not')) return { kind: 'not', part: this.#unary(field) };
    const token = this.tokens[this.#at];
    this.#at += 1;
    switch (token?.kind) {
      case 'open': {
        const inner = this.alternatives(field);
        if (!this.#take('close')) throw new QuerySyntaxError('A bracket does not close.');
        return inner;
      }
      case 'field':
        return this.#unary(token.name);
      case 'text':
        if (field === '_exists_') return { kind: 'exists', field: token.text };
        return {
          kind: 'term',
          text: token.text,
          quoted: token.quoted,
          ...(field === undefined ? {} : { field }),
        };
      case 'range':
        if (field === undefined) throw new QuerySyntaxError('A range needs a field.');
        return { kind: 'range', field, range: token.range };
      default:
        throw new QuerySyntaxError('An operator stands alone.');
    }
  }

  #peek(): Token['kind'] | undefined {
    return this.tokens[this.#at]?.kind;
  }

  #take(kind: Token['kind']): boolean {
    if (this.#peek() !== kind) return false;
    this.#at += 1;
    return true;
  }
}

function join(kind: 'all' | 'any', parts: readonly QueryNode[]): QueryNode {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind, parts };
}

function oneSided(sign: string, bound: string): Range {
  const inclusive = sign.endsWith('=');
  return sign.startsWith('>')
    ? { from: bound, to: '*', withFrom: inclusive, withTo: true }
    : { from: '*', to: bound, withFrom: true, withTo: inclusive };
}

const bare = (text: string): string => text.replace(/^"(.*)"$/, '$1');
const unescape = (text: string): string => text.replace(/\\(.)/g, '$1');
