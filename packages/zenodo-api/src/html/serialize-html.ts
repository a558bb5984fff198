import { decodeHTMLStrict } from 'entities';
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { AllowedHtml } from './allowed-html.js';
import { LITERAL_LT } from './loose-tags.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Stands for `&`, so that the parser leaves character references as they were written. */
export const LITERAL_AMP = '\ufffe';

const PROTOCOLS = new Set(['http', 'https', 'mailto']);
const VOID = new Set(['br', 'col']);

const isReference = (reference: string): boolean =>
  /^&#(?:\d+|[xX][\da-fA-F]+);$/.test(reference) || decodeHTMLStrict(reference) !== reference;

/** Escapes every `&` that starts no character reference. */
function escapeAmpersands(text: string): string {
  return text.replace(/&(?:#?[0-9A-Za-z]+;)?/g, (match) =>
    match !== '&' && isReference(match) ? match : `&amp;${match.slice(1)}`,
  );
}

function formatText(text: string): string {
  const plain = text.replaceAll(LITERAL_AMP, '&').replaceAll(LITERAL_LT, '<');
  return escapeAmpersands(plain).replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** RFC 3986 scheme of a link after everything a browser would ignore in it is gone. */
function isAllowedLink(value: string): boolean {
  const bare = decodeHTMLStrict(value)
    .replace(/[`\x00-\x20\x7f-\xa0\s]+/g, '')
    .replace(/[^\x00-\x7f]/g, '')
    .toLowerCase();
  const schemed = /^([a-z0-9+.-]+):(.*)$/s.exec(bare);
  if (schemed === null || /^\d+$/.test(schemed[2] ?? '')) return true;
  return PROTOCOLS.has(schemed[1] ?? '');
}

function formatAttribute(name: string, written: string): string {
  const value = written.replaceAll(LITERAL_AMP, '&').replaceAll(LITERAL_LT, '<');
  if (value.includes('"') && !value.includes("'")) {
    return ` ${name}='${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}'`;
  }
  const escaped = escapeAmpersands(value).replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return ` ${name}="${escaped}"`;
}

function formatOpenTag(element: Element, allowed: AllowedHtml): string {
  const names = [
    ...(allowed.attributes['*'] ?? []),
    ...(allowed.attributes[element.tagName] ?? []),
  ];
  const attributes = element.attrs
    .filter(({ name }) => names.includes(name))
    .filter(
      ({ name, value }) => name !== 'href' || isAllowedLink(value.replaceAll(LITERAL_AMP, '&')),
    )
    .map(({ name, value }) => formatAttribute(name, value));
  return `<${element.tagName}${attributes.join('')}>`;
}

/**
 * The HTML of these nodes with only what is allowed; comments are dropped. Works off a list instead of calling
 * itself, because a text may open a hundred thousand elements inside of each other.
 */
export function formatNodes(nodes: readonly Node[], allowed: AllowedHtml): string {
  const parts: string[] = [];
  const open: (Node | string)[] = [...nodes].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') parts.push(next);
    else if (next.nodeName === '#text') parts.push(formatText((next as { value: string }).value));
    else if ('tagName' in next) {
      parts.push(formatOpenTag(next, allowed));
      if (VOID.has(next.tagName)) continue;
      open.push(`</${next.tagName}>`);
      for (let at = next.childNodes.length - 1; at >= 0; at -= 1) {
        open.push(next.childNodes[at] as Node);
      }
    }
  }
  return parts.join('');
}
