import { Parser, Token, defaultTreeAdapter, html } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';
import { cleanText, trimText } from '../text/clean-text.js';
import { BLOCK_ELEMENTS } from './allowed-html.js';
import type { AllowedHtml } from './allowed-html.js';
import { markLooseTags } from './loose-tags.js';
import { LITERAL_AMP, formatNodes } from './serialize-html.js';

/** Drops tags that are not allowed before the tree is built, so that they cannot shape it. */
class FilteringParser extends Parser<DefaultTreeAdapterMap> {
  allowed: AllowedHtml | undefined;
  #sawTag = false;

  override onStartTag(token: Token.TagToken): void {
    if (this.allowed?.elements.has(token.tagName) ?? false) super.onStartTag(token);
    else this.#leave(this.#sawTag && BLOCK_ELEMENTS.has(token.tagName) ? '\n' : '');
    this.#sawTag = true;
  }

  override onEndTag(token: Token.TagToken): void {
    if (this.allowed?.elements.has(token.tagName) ?? false) super.onEndTag(token);
    else this.#leave('');
    this.#sawTag = true;
  }

  /** Even an empty text reopens the formatting elements that a block closed. */
  #leave(chars: string): void {
    super.onCharacter({ type: Token.TokenType.CHARACTER, chars, location: null });
  }
}

function parseFragment(
  text: string,
  allowed: AllowedHtml,
): DefaultTreeAdapterMap['documentFragment'] {
  const context = defaultTreeAdapter.createElement('div', html.NS.HTML, []);
  // The factory makes an instance of the class it is called on, but its type says the base class.
  const parser = FilteringParser.getFragmentParser<DefaultTreeAdapterMap>(context);
  if (!(parser instanceof FilteringParser)) throw new TypeError('parse5 made another parser');
  parser.allowed = allowed;
  parser.tokenizer.write(text, true);
  return parser.getFragment();
}

/**
 * Zenodo's cleaning of an HTML field: the text is cleaned first, tags that are not allowed go and their
 * content stays, comments go, links keep http, https and mailto, bare `&` and `<` become references.
 */
export function sanitizeHtml(text: string, allowed: AllowedHtml): string {
  const marked = markLooseTags(cleanText(text), allowed.elements).replaceAll('&', LITERAL_AMP);
  return trimText(formatNodes(parseFragment(marked, allowed).childNodes, allowed));
}
