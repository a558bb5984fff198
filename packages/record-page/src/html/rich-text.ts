import sanitizeHtml from 'sanitize-html';
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

// The page's own headings are h1 and h2, so the text's begin below them.
const headings = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6' } as const;

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

const options: sanitizeHtml.IOptions = {
  allowedTags,
  allowedAttributes: { a: ['href', 'title', 'rel'], abbr: ['title'], math: ['display'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 60,
  transformTags: {
    ...Object.fromEntries(
      Object.entries({ ...headings, ...renamed }).map(([from, to]) => [
        from,
        sanitizeHtml.simpleTransform(to, {}, true),
      ]),
    ),
    a: link,
  },
};

/** HTML of a stranger (description, notes, method) as it may stand on the page. */
export function richText(untrusted: string): SafeHtml {
  return trusted(sanitizeHtml(untrusted, options));
}

/** The same without any markup: for meta tags and JSON-LD. */
export function plainText(untrusted: string): string {
  const spaced = untrusted.replace(/<\/?(?:p|div|br|li|h[1-6]|tr)\b/gi, ' $&');
  const bare = sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} });
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
