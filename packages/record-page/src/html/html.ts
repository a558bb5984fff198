import { escapeText } from './escape.js';
import { placesOf } from './interpolation.js';
import type { Place } from './interpolation.js';
import { safeUrl } from './url.js';

/** Markup that was made by `html`, or vouched for by `trusted`. No other value enters a page unescaped. */
export class SafeHtml {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** One attribute, ready to stand inside a tag. */
export class SafeAttribute {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand in a template: text is escaped, null, undefined and false show nothing. */
export type Content =
  string | number | SafeHtml | SafeAttribute | null | undefined | false | readonly Content[];

function isList(content: Content): content is readonly Content[] {
  return Array.isArray(content);
}

function inText(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (content instanceof SafeHtml) return content.toString();
  if (isList(content)) return content.map(inText).join('');
  if (content instanceof SafeAttribute) throw new TypeError('An attribute between tags.');
  return escapeText(String(content));
}

function inTag(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (isList(content)) return content.map(inTag).join(' ');
  if (content instanceof SafeAttribute) return content.toString();
  throw new TypeError('Inside a tag only `attribute(...)` may be interpolated.');
}

function inValue(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (typeof content === 'string' || typeof content === 'number')
    return escapeText(String(content));
  throw new TypeError('Markup inside an attribute value.');
}

function put(place: Place, content: Content): string {
  if (place === 'text') return inText(content);
  if (place === 'tag') return inTag(content);
  const value = inValue(content);
  return place === 'value' ? value : inUrl(content);
}

// A refused URL becomes the fragment of nowhere: the link stays readable and does nothing.
function inUrl(content: Content): string {
  return escapeText(safeUrl(String(content)) ?? '#');
}

/**
 * Markup from a template. Every interpolation is escaped for the place where it stands (text, quoted
 * attribute, URL attribute), unless it is SafeHtml; places that no escaping can make safe throw a TypeError
 * the first time the template is used.
 */
export function html(literals: TemplateStringsArray, ...contents: Content[]): SafeHtml {
  const places = placesOf(literals);
  let markup = literals[0] ?? '';
  places.forEach((place, i) => {
    markup += put(place, contents[i]) + (literals[i + 1] ?? '');
  });
  return new SafeHtml(markup);
}

/** `name="value"`; nothing for null, undefined and false; the bare name for true. */
export function attribute(
  name:
    | `aria-${string}`
    | `data-${string}`
    | 'checked'
    | 'class'
    | 'dir'
    | 'hidden'
    | 'id'
    | 'lang'
    | 'open',
  value: string | number | boolean | null | undefined,
): SafeAttribute | null {
  if (value === null || value === undefined || value === false) return null;
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new TypeError(`Not an attribute name: ${name}`);
  return new SafeAttribute(value === true ? name : `${name}="${escapeText(String(value))}"`);
}

/** Vouches for markup that comes from our own source or from the sanitiser, never from data. */
export function trusted(markup: string): SafeHtml {
  return new SafeHtml(markup);
}
