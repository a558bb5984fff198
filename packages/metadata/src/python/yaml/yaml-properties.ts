import { isBlankOrEnd, isBreakOrEnd } from './yaml-cursor.js';
import type { YamlCursor } from './yaml-cursor.js';

const STANDARD_HANDLE = 'tag:yaml.org,2002:';
const isWord = (sign: string): boolean => /[-\w]/.test(sign) && sign.charCodeAt(0) < 0x80;
const isUri = (sign: string): boolean =>
  /[\w\-;/?:@&=+$,.!~*'()[\]%]/.test(sign) && sign.charCodeAt(0) < 0x80;

/** Scans the name after `&` or `*`. */
export function scanAnchor(cursor: YamlCursor): string {
  const start = cursor.mark();
  const context = `while scanning an ${cursor.peek() === '*' ? 'alias' : 'anchor'}`;
  cursor.forward();
  const name = cursor.take(isWord);
  const next = cursor.peek();
  if (name === '' || !(isBlankOrEnd(next) || '?:,]}%@`'.includes(next))) {
    cursor.fail(`expected alphabetic or numeric character, but found '${next}'`, context, start);
  }
  return name;
}

/** Scans a tag and resolves its handle; only `!` and `!!` are defined without a directive. */
export function scanTag(cursor: YamlCursor, handles: ReadonlyMap<string, string>): string {
  const start = cursor.mark();
  const context = 'while scanning a tag';
  cursor.forward();
  let tag = '!';
  if (cursor.peek() === '<') {
    cursor.forward();
    tag = cursor.take(isUri);
    if (cursor.peek() !== '>') cursor.fail("expected '>'", context, start);
    cursor.forward();
  } else if (!isBlankOrEnd(cursor.peek())) {
    const written = cursor.take(isUri);
    const named = /^([-\w]*)!(.*)$/s.exec(written);
    const handle = named === null ? '!' : `!${named[1] ?? ''}!`;
    const suffix = named === null ? written : (named[2] ?? '');
    if (suffix === '') cursor.fail('expected URI', context, start);
    const prefix =
      handles.get(handle) ?? (handle === '!!' ? STANDARD_HANDLE : handle === '!' ? '!' : null);
    if (prefix === null)
      cursor.fail(`found undefined tag handle '${handle}'`, 'while parsing a node', start);
    tag = prefix + suffix;
  }
  if (cursor.peek() !== ' ' && !isBreakOrEnd(cursor.peek())) {
    cursor.fail(`expected ' ', but found '${cursor.peek()}'`, context, start);
  }
  return tag;
}

/** Scans a directive line; keeps what `%TAG` defines and refuses another major version than 1. */
export function scanDirective(cursor: YamlCursor, handles: Map<string, string>): void {
  const start = cursor.mark();
  const line = cursor.take((sign) => !isBreakOrEnd(sign));
  const context = 'while scanning a directive';
  const version = /^%YAML +(\d+)\.(\d+) *(?:#.*)?$/.exec(line);
  const tag = /^%TAG +(!(?:[-\w]*!)?) +(\S+) *(?:#.*)?$/.exec(line);
  if (tag !== null) handles.set(tag[1] ?? '', tag[2] ?? '');
  else if (/^%(?:YAML|TAG)\b/.test(line) && version === null)
    cursor.fail('expected a directive', context, start);
  else if (!/^%[-\w]/.test(line)) {
    cursor.fail('expected alphabetic or numeric character', context, start);
  } else if (version !== null && version[1] !== '1') {
    cursor.fail('found incompatible YAML document (version 1.* is required)', context, start);
  }
}
