import { Marked } from 'marked';
import type { RendererObject, Tokens } from 'marked';

// Tags that Zenodo keeps in a description and that Markdown needs (marshmallow-utils, html.py). It keeps no
// img, hr, thead, del, h6 and no attribute but those of links, so those are written otherwise or left out here,
// where the author sees it, and not there, where nobody does.
const renderer: RendererObject = {
  html({ text }: Tokens.HTML | Tokens.Tag): string {
    return isComment(text) ? '' : escapeHtml(text);
  },
  heading({ tokens, depth }): string {
    const tag = `h${Math.min(depth, 5)}`;
    return `<${tag}>${this.parser.parseInline(tokens)}</${tag}>\n`;
  },
  hr: () => '',
  code({ text }): string {
    return `<pre>${escapeHtml(text)}</pre>\n`;
  },
  image({ href, text }): string {
    return anchor(href, escapeHtml(text === '' ? href : text));
  },
  link({ href, tokens }): string {
    const shown = this.parser.parseInline(tokens);
    // A badge is an image in a link; links do not nest.
    return anchor(href, shown.replace(/<\/?a\b[^>]*>/g, ''));
  },
  del({ tokens }): string {
    return `<strike>${this.parser.parseInline(tokens)}</strike>`;
  },
  list({ ordered, items }): string {
    const tag = ordered ? 'ol' : 'ul';
    return `<${tag}>\n${items.map((item) => this.listitem(item)).join('')}</${tag}>\n`;
  },
  checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  table({ header, rows }): string {
    const row = (cells: readonly Tokens.TableCell[]) =>
      `<tr>${cells.map((cell) => this.tablecell(cell)).join('')}</tr>\n`;
    return `<table><tbody>\n${row(header)}${rows.map(row).join('')}</tbody></table>\n`;
  },
  tablecell({ tokens, header }): string {
    const tag = header ? 'th' : 'td';
    return `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`;
  },
};

/**
 * Markdown (CommonMark with GitHub's tables, task lists and strike-through) as the HTML that Zenodo keeps in a
 * description. Raw HTML is shown as text, comments are left out, images become links to themselves.
 */
export function markdownToHtml(markdown: string): string {
  const marked = new Marked({ gfm: true, async: false, renderer });
  return marked.parse(markdown, { async: false }).trim();
}

function anchor(href: string, shown: string): string {
  return isSafe(href) ? `<a href="${escapeHtml(encoded(href))}">${shown}</a>` : shown;
}

// Relative addresses lead nowhere on Zenodo, and javascript: must not lead anywhere.
function isSafe(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s]/i.test(href);
}

function encoded(href: string): string {
  try {
    return encodeURI(href).replaceAll('%25', '%');
  } catch {
    return href;
  }
}

function isComment(text: string): boolean {
  return /^\s*(?:<!--[\s\S]*?-->\s*)+$/.test(text);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
