import { scanBlockScalar } from './block-scalar.js';
import { scanFlowScalar } from './flow-scalar.js';
import { scanPlainScalar } from './plain-scalar.js';
import { YamlCursor, isBlankOrEnd, isBreakOrEnd } from './yaml-cursor.js';
import type { Mark } from './yaml-error.js';
import { scanAnchor, scanDirective, scanTag } from './yaml-properties.js';
import type { Token, TokenType } from './yaml-token.js';

/** A scalar, alias or flow collection that is a mapping key if a `:` follows on its line. */
interface SimpleKey {
  readonly tokenNumber: number;
  readonly required: boolean;
  readonly line: number;
  readonly column: number;
  readonly mark: Mark;
}

const KEY_LENGTH = 1024;
const NEVER_PLAIN = '-?:,[]{}#&*!|>\'"%@`';

/**
 * The tokens of YAML 1.1 as PyYAML scans them: it skips spaces but no tabs between tokens, knows a mapping
 * key only when its `:` comes within the line and 1,024 signs, and ignores indentation inside of brackets.
 */
export class YamlScanner {
  readonly cursor: YamlCursor;
  readonly #tokens: Token[] = [];
  readonly #handles = new Map<string, string>();
  readonly #keys = new Map<number, SimpleKey>();
  readonly #indents: number[] = [];
  #taken = 0;
  #indent = -1;
  #flowLevel = 0;
  #allowsKey = true;
  #done = false;

  constructor(text: string) {
    this.cursor = new YamlCursor(text);
  }

  /** The next token, which stays. */
  peek(): Token {
    while (this.#needsMore()) this.#fetch();
    return this.#tokens[0] as Token;
  }

  next(): Token {
    const token = this.peek();
    this.#tokens.shift();
    this.#taken += 1;
    return token;
  }

  #needsMore(): boolean {
    if (this.#done) return false;
    if (this.#tokens.length === 0) return true;
    this.#forgetStaleKeys();
    return [...this.#keys.values()].some(({ tokenNumber }) => tokenNumber === this.#taken);
  }

  #push(type: TokenType, value = '', plain = false, mark = this.cursor.mark()): void {
    this.#tokens.push({ type, mark, value, plain });
  }

  #fetch(): void {
    this.#skipToToken();
    this.#forgetStaleKeys();
    this.#unwind(this.cursor.column);
    const sign = this.cursor.peek();
    if (sign === '') return this.#fetchEnd();
    if (this.cursor.column === 0 && (sign === '%' || this.cursor.atDocumentMarker())) {
      return this.#fetchDocumentLevel(sign);
    }
    if ('[]{},'.includes(sign)) return this.#fetchFlow(sign as '[');
    const spaced = isBlankOrEnd(this.cursor.peek(1));
    const inFlow = this.#flowLevel > 0;
    if (sign === '-' && spaced) return this.#fetchEntry();
    if (sign === '?' && (inFlow || spaced)) return this.#fetchKey();
    if (sign === ':' && (inFlow || spaced)) return this.#fetchValue();
    if ('*&!\'"'.includes(sign) || (!inFlow && '|>'.includes(sign))) return this.#fetchNode(sign);
    const startsPlain = !NEVER_PLAIN.includes(sign) && !isBlankOrEnd(sign);
    if (startsPlain || (!spaced && (sign === '-' || (!inFlow && '?:'.includes(sign))))) {
      return this.#fetchPlain();
    }
    const name = sign === '\t' ? '\\t' : sign;
    const context = 'while scanning for the next token';
    this.cursor.fail(`found character '${name}' that cannot start any token`, context);
  }

  #skipToToken(): void {
    if (this.cursor.offset === 0 && this.cursor.peek() === '\ufeff') this.cursor.forward();
    for (;;) {
      this.cursor.take((sign) => sign === ' ');
      if (this.cursor.peek() === '#') this.cursor.take((sign) => !isBreakOrEnd(sign));
      if (this.cursor.takeBreak() === '') return;
      if (this.#flowLevel === 0) this.#allowsKey = true;
    }
  }

  #forgetStaleKeys(): void {
    for (const [level, key] of this.#keys) {
      const isNear =
        key.line === this.cursor.line && this.cursor.offset - key.mark.offset <= KEY_LENGTH;
      if (!isNear) this.#forgetKey(level, key);
    }
  }

  #forgetKey(level = this.#flowLevel, key = this.#keys.get(level)): void {
    if (key?.required)
      this.cursor.fail("could not find expected ':'", 'while scanning a simple key', key.mark);
    this.#keys.delete(level);
  }

  #saveKey(): void {
    if (!this.#allowsKey) return;
    this.#forgetKey();
    const { line, column } = this.cursor;
    this.#keys.set(this.#flowLevel, {
      tokenNumber: this.#taken + this.#tokens.length,
      required: this.#flowLevel === 0 && this.#indent === column,
      line,
      column,
      mark: this.cursor.mark(),
    });
  }

  #unwind(column: number): void {
    while (this.#flowLevel === 0 && this.#indent > column) {
      this.#indent = this.#indents.pop() ?? -1;
      this.#push('<block end>');
    }
  }

  #indentTo(column: number): boolean {
    if (this.#indent >= column) return false;
    this.#indents.push(this.#indent);
    this.#indent = column;
    return true;
  }

  #fetchEnd(): void {
    this.#unwind(-1);
    this.#forgetKey();
    this.#allowsKey = false;
    this.#push('<stream end>');
    this.#done = true;
  }

  #fetchDocumentLevel(sign: string): void {
    this.#unwind(-1);
    this.#forgetKey();
    this.#allowsKey = false;
    if (sign === '%') {
      this.#push('<directive>');
      return scanDirective(this.cursor, this.#handles);
    }
    this.#push(sign === '-' ? '<document start>' : '<document end>');
    this.cursor.forward(3);
  }

  #fetchFlow(sign: '[' | ']' | '{' | '}' | ','): void {
    const opens = sign === '[' || sign === '{';
    if (opens) this.#saveKey();
    else this.#forgetKey();
    if (opens) this.#flowLevel += 1;
    else if (sign !== ',') this.#flowLevel = Math.max(0, this.#flowLevel - 1);
    this.#allowsKey = opens || sign === ',';
    this.#push(sign);
    this.cursor.forward();
  }

  /** In a block, what starts a collection may only stand where a key may. */
  #startBlock(what: string, start: '<block sequence start>' | '<block mapping start>'): void {
    if (this.#flowLevel > 0) return;
    if (!this.#allowsKey) this.cursor.fail(`${what} are not allowed here`);
    if (this.#indentTo(this.cursor.column)) this.#push(start);
  }

  #fetchEntry(): void {
    this.#startBlock('sequence entries', '<block sequence start>');
    this.#allowsKey = true;
    this.#forgetKey();
    this.#push('-');
    this.cursor.forward();
  }

  #fetchKey(): void {
    this.#startBlock('mapping keys', '<block mapping start>');
    this.#allowsKey = this.#flowLevel === 0;
    this.#forgetKey();
    this.#push('?');
    this.cursor.forward();
  }

  #fetchValue(): void {
    const key = this.#keys.get(this.#flowLevel);
    if (key !== undefined) {
      this.#keys.delete(this.#flowLevel);
      const at = key.tokenNumber - this.#taken;
      const before = (type: TokenType): Token => ({
        type,
        mark: key.mark,
        value: '',
        plain: false,
      });
      this.#tokens.splice(at, 0, before('?'));
      if (this.#flowLevel === 0 && this.#indentTo(key.column)) {
        this.#tokens.splice(at, 0, before('<block mapping start>'));
      }
      this.#allowsKey = false;
    } else {
      this.#startBlock('mapping values', '<block mapping start>');
      this.#allowsKey = this.#flowLevel === 0;
      this.#forgetKey();
    }
    this.#push(':');
    this.cursor.forward();
  }

  #fetchNode(sign: string): void {
    const mark = this.cursor.mark();
    if (sign === '|' || sign === '>') {
      this.#allowsKey = true;
      this.#forgetKey();
      return this.#push('<scalar>', scanBlockScalar(this.cursor, this.#indent), false, mark);
    }
    this.#saveKey();
    this.#allowsKey = false;
    if (sign === '!') this.#push('<tag>', scanTag(this.cursor, this.#handles), false, mark);
    else if (sign === '*') this.#push('<alias>', scanAnchor(this.cursor), false, mark);
    else if (sign === '&') this.#push('<anchor>', scanAnchor(this.cursor), false, mark);
    else this.#push('<scalar>', scanFlowScalar(this.cursor), false, mark);
  }

  #fetchPlain(): void {
    const mark = this.cursor.mark();
    this.#saveKey();
    this.#allowsKey = false;
    const { text, crossedLine } = scanPlainScalar(this.cursor, this.#indent, this.#flowLevel > 0);
    this.#allowsKey = crossedLine;
    this.#push('<scalar>', text, true, mark);
  }
}
