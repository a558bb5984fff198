/** JSON text that Python's `json.loads` refuses, in its words. */
export class JsonDecodeError extends Error {
  constructor(
    readonly reason: string,
    readonly offset: number,
    text: string,
  ) {
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    const column = [...before.slice(before.lastIndexOf('\n') + 1)].length + 1;
    super(`${reason}: line ${line} column ${column} (char ${[...before].length})`);
    this.name = 'JsonDecodeError';
  }
}

const MAX_DEPTH = 900;
const CONSTANTS: Readonly<Record<string, unknown>> = {
  null: null,
  true: true,
  false: false,
  NaN,
  Infinity,
  '-Infinity': -Infinity,
};
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class Reader {
  at = 0;
  constructor(readonly text: string) {}

  fail(reason: string, offset = this.at): never {
    throw new JsonDecodeError(reason, offset, this.text);
  }

  skipSpace(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? 'x')) this.at += 1;
  }

  value(depth: number): unknown {
    if (depth > MAX_DEPTH) this.fail('maximum recursion depth exceeded');
    const sign = this.text[this.at];
    if (sign === '"') return this.string();
    if (sign === '{') return this.object(depth);
    if (sign === '[') return this.array(depth);
    const word = /(?:null|true|false|NaN|-?Infinity)|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    word.lastIndex = this.at;
    const [match] = word.exec(this.text) ?? [];
    if (match === undefined) return this.fail('Expecting value');
    this.at += match.length;
    return Object.hasOwn(CONSTANTS, match) ? CONSTANTS[match] : Number(match);
  }

  object(depth: number): unknown {
    const entries: [string, unknown][] = [];
    this.at += 1;
    this.skipSpace();
    if (this.text[this.at] === '}') this.at += 1;
    else this.members(entries, depth);
    // fromEntries defines own properties, also one called __proto__; the last of equal keys wins.
    return Object.fromEntries(entries);
  }

  members(entries: [string, unknown][], depth: number): void {
    for (;;) {
      if (this.text[this.at] !== '"')
        this.fail('Expecting property name enclosed in double quotes');
      const key = this.string();
      this.skipSpace();
      if (this.text[this.at] !== ':') this.fail("Expecting ':' delimiter");
      this.at += 1;
      this.skipSpace();
      entries.push([key, this.value(depth + 1)]);
      this.skipSpace();
      const sign = this.text[this.at];
      this.at += 1;
      if (sign === '}') return;
      if (sign !== ',') this.fail("Expecting ',' delimiter", this.at - 1);
      this.skipSpace();
    }
  }

  array(depth: number): unknown[] {
    const items: unknown[] = [];
    this.at += 1;
    this.skipSpace();
    if (this.text[this.at] === ']') {
      this.at += 1;
      return items;
    }
    for (;;) {
      items.push(this.value(depth + 1));
      this.skipSpace();
      const sign = this.text[this.at];
      this.at += 1;
      if (sign === ']') return items;
      if (sign !== ',') this.fail("Expecting ',' delimiter", this.at - 1);
      this.skipSpace();
    }
  }

  string(): string {
    const start = this.at;
    let result = '';
    this.at += 1;
    for (;;) {
      const plain = /[^"\\\x00-\x1f]*/y;
      plain.lastIndex = this.at;
      const chunk = plain.exec(this.text)?.[0] ?? '';
      result += chunk;
      this.at += chunk.length;
      const sign = this.text[this.at];
      if (sign === undefined) this.fail('Unterminated string starting at', start);
      if (sign === '"') {
        this.at += 1;
        return result;
      }
      if (sign !== '\\') this.fail('Invalid control character at');
      result += this.escape(start);
    }
  }

  escape(start: number): string {
    const letter = this.text[this.at + 1];
    if (letter === undefined) this.fail('Unterminated string starting at', start);
    if (letter === 'u') {
      const digits = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.fail('Invalid \\uXXXX escape', this.at + 1);
      this.at += 6;
      return String.fromCharCode(parseInt(digits, 16));
    }
    const meant = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
    if (meant === undefined) this.fail('Invalid \\escape');
    this.at += 2;
    return meant;
  }
}

/**
 * Reads JSON as Python's `json.loads` does: NaN and Infinity are numbers, the last of equal keys wins.
 * Throws JsonDecodeError.
 */
export function parsePythonJson(text: string): unknown {
  const reader = new Reader(text);
  if (text.startsWith('\ufeff')) reader.fail('Unexpected UTF-8 BOM (decode using utf-8-sig)', 0);
  reader.skipSpace();
  const value = reader.value(0);
  reader.skipSpace();
  if (reader.at < text.length) reader.fail('Extra data');
  return value;
}
