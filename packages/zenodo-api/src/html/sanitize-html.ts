import { Parser, Token, defaultTreeAdapter, html } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';
import { cleanText, trimText } from '../text/clean-text.js';
import { BLOCK_ELEMENTS } from './allowed-html.js';
import type { AllowedHtml } from './allowed-html.js';
import { markLooseTags } from './loose-tags.js';
import { LITERAL_AMP, formatNodes } from './serialize-html.js';

type Tree = DefaultTreeAdapterMap;

/** parse5's numbers of the modes inside of a table but outside of its cells (HTML 13.2.4.1). */
const IN_TABLE = 8;
const IN_TABLE_TEXT = 9;
const IN_TABLE_BODY = 12;
const IN_ROW = 13;

const PART_IDS = {
  table: html.TAG_ID.TABLE,
  tbody: html.TAG_ID.TBODY,
  thead: html.TAG_ID.THEAD,
  tfoot: html.TAG_ID.TFOOT,
  tr: html.TAG_ID.TR,
};
type TablePart = keyof typeof PART_IDS;

/**
 * Drops tags that are not allowed before the tree is built, so that they cannot shape it. Where Zenodo's parser
 * (html5lib) departs from the HTML standard, this one follows it.
 */
class FilteringParser extends Parser<Tree> {
  allowed: AllowedHtml | undefined;
  /** Elements that stood in a table but in no cell, and no other element around: Zenodo's parser loses them. */
  readonly lost = new Set<Tree['childNode']>();
  #sawTag = false;

  override onStartTag(token: Token.TagToken): void {
    if (!(this.allowed?.elements.has(token.tagName) ?? false)) {
      this.#leave(this.#sawTag && BLOCK_ELEMENTS.has(token.tagName) ? '\n' : '');
    } else {
      const part = token.tagName === 'table' ? this.#tablePart() : null;
      // A table may not stand between the cells of another: it is dropped, and what is open is closed.
      if (part === null) super.onStartTag(token);
      else this.#close(part);
    }
    this.#sawTag = true;
  }

  override onEndTag(token: Token.TagToken): void {
    if (this.allowed?.elements.has(token.tagName) ?? false) super.onEndTag(token);
    else this.#leave('');
    this.#sawTag = true;
  }

  override _attachElementToTree(
    ...[element, ...where]: Parameters<Parser<Tree>['_attachElementToTree']>
  ) {
    super._attachElementToTree(element, ...where);
    this.#noteMove(element);
  }

  override _fosterParentElement(element: Tree['element']): void {
    super._fosterParentElement(element);
    this.#noteMove(element);
  }

  /** What a parser moves out of a table stands before it; everything else stands last. */
  #noteMove(element: Tree['element']): void {
    const { parentNode } = element;
    const isMoved = parentNode !== null && parentNode.childNodes.at(-1) !== element;
    if (isMoved && parentNode === this.openElements.items[0]) this.lost.add(element);
  }

  /** The element that a nested table would close, where the text stands between cells. */
  #tablePart(): TablePart | null {
    const { insertionMode, originalInsertionMode } = this;
    const mode: number = insertionMode === IN_TABLE_TEXT ? originalInsertionMode : insertionMode;
    if (mode === IN_TABLE) return 'table';
    if (mode === IN_ROW) return 'tr';
    if (mode !== IN_TABLE_BODY) return null;
    const bodies = ['tbody', 'thead', 'tfoot'] as const;
    return bodies.find((name) => this.openElements.hasInTableScope(PART_IDS[name])) ?? 'table';
  }

  #close(tagName: TablePart): void {
    const tagID = PART_IDS[tagName];
    const closing = { selfClosing: false, ackSelfClosing: false, attrs: [], location: null };
    super.onEndTag({ type: Token.TokenType.END_TAG, tagName, tagID, ...closing });
  }

  /** Even an empty text reopens the formatting elements that a block closed; between cells it is white space. */
  #leave(chars: string): void {
    if (this.#tablePart() === null) {
      super.onCharacter({ type: Token.TokenType.CHARACTER, chars, location: null });
    } else {
      const type = Token.TokenType.WHITESPACE_CHARACTER;
      super.onWhitespaceCharacter({ type, chars, location: null });
    }
  }
}

/** A lost element takes with it the text that was moved behind it. */
function withoutLost(nodes: readonly Tree['childNode'][], lost: ReadonlySet<Tree['childNode']>) {
  let isBehindLost = false;
  return nodes.filter((node) => {
    if (node.nodeName !== '#text') isBehindLost = lost.has(node);
    return !isBehindLost;
  });
}

function parseFragment(text: string, allowed: AllowedHtml): Tree['childNode'][] {
  const context = defaultTreeAdapter.createElement('div', html.NS.HTML, []);
  // The factory makes an instance of the class it is called on, but its type says the base class.
  const parser = FilteringParser.getFragmentParser<Tree>(context);
  if (!(parser instanceof FilteringParser)) throw new TypeError('parse5 made another parser');
  parser.allowed = allowed;
  parser.tokenizer.write(text, true);
  return withoutLost(parser.getFragment().childNodes, parser.lost);
}

/**
 * Zenodo's cleaning of an HTML field: the text is cleaned first, tags that are not allowed go and their
 * content stays, comments go, links keep http, https and mailto, bare `&` and `<` become references.
 */
export function sanitizeHtml(text: string, allowed: AllowedHtml): string {
  const marked = markLooseTags(cleanText(text), allowed.elements).replaceAll('&', LITERAL_AMP);
  return trimText(formatNodes(parseFragment(marked, allowed), allowed));
}
