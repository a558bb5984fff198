import type { IOptions } from 'sanitize-html';
import { sanitizer } from './sanitizer.js';
import { trusted } from './html.js';
import type { SafeHtml } from './html.js';
import { safeUrl } from './url.js';

// The tags that Zenodo keeps in descriptions (marshmallow-utils, html.py). Presentational MathML is kept;
// `annotation-xml`, `maction` and `mglyph` are left out: they switch the parser back to HTML or act.
const textTags =
  'a abbr acronym b blockquote br code div em h3 h4 h5 h6 i li ol p pre s span strong sub sup table tbody td th tr u ul';
const mathTags =
  'math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics';

const allowedTags = `${textTags} ${mathTags}`.split(' ');

const renamed = { strike: 's', acronym: 'abbr' } as const;

function link(tagName: string, attribs: Record<string, string>) {
  const href = safeUrl(attribs['href'] ?? '');
  const title = attribs['title'];
  return {
    tagName,
    attribs: {
      ...(href === null || href.startsWith('/')
        ? {}
        : { href, rel: 'noopener noreferrer nofollow' }),
      ...(title === undefined ? {} : { title }),
    },
  };
}

// What is wider than the page scrolls, and must be reached by keyboard for that (WCAG 2.2, 2.1.1).
const scroller = (tagName: string) => ({ tagName, attribs: { tabindex: '0' } });

/**
 * Ranks for one text's headings: the page's own are h1 and h2, so the text's begin at h3, and none skips a
 * rank, however its author chose them (WCAG 2.2, technique G141).
 */
function headingRanks(): (written: number) => `h${number}` {
  const open: number[] = [];
  return (written) => {
    while ((open.at(-1) ?? 0) >= written) open.pop();
    open.push(written);
    return `h${Math.min(open.length + 2, 6)}`;
  };
}

function options(): IOptions {
  const rank = headingRanks();
  const headings = [1, 2, 3, 4, 5].map((written) => [
    `h${written}`,
    () => ({ tagName: rank(written), attribs: {} }),
  ]);
  const others = Object.entries(renamed).map(([from, to]) => [
    from,
    sanitizer().simpleTransform(to, {}, true),
  ]);
  return {
    allowedTags,
    allowedAttributes: {
      a: ['href', 'title', 'rel'],
      abbr: ['title'],
      math: ['display'],
      pre: ['tabindex'],
      table: ['tabindex'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: 60,
    transformTags: {
      ...Object.fromEntries([...headings, ...others]),
      a: link,
      pre: scroller,
      table: scroller,
    },
  };
}

/** HTML of a stranger (description, notes, method) as it may stand on the page. */
export function richText(untrusted: string): SafeHtml {
  return trusted(sanitizer()(untrusted, options()));
}

/** The same without any markup: for meta tags and JSON-LD. */
export function plainText(untrusted: string): string {
  const spaced = untrusted.replace(/<\/?(?:p|div|br|li|h[1-6]|tr)\b/gi, ' $&');
  const bare = sanitizer()(spaced, { allowedTags: [], allowedAttributes: {} });
  return unescape(bare).replace(/\s+/g, ' ').trim();
}

// The sanitiser escapes exactly these four in text.
function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
