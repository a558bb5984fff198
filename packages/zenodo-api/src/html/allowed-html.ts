/** Which elements and attributes survive; attributes under `*` are allowed on every element. */
export interface AllowedHtml {
  readonly elements: ReadonlySet<string>;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

const words = (text: string): string[] => text.split(' ');

/** What the schema of a published record keeps (description, notes, methods). */
export const RECORD_HTML: AllowedHtml = {
  elements: new Set(
    words(
      'a abbr acronym b blockquote br code div table tbody td th tr em h1 h2 h3 h4 h5 i li ol p pre span strike strong sub sup u ul',
    ),
  ),
  attributes: {
    '*': ['class'],
    a: ['href', 'title', 'name', 'class', 'rel'],
    abbr: ['title'],
    acronym: ['title'],
  },
};

const languageAndDirection = ['dir', 'lang'];

/** What the reader of CITATION.cff keeps of `abstract` and `message`: a little more than a record does. */
export const CITATION_FILE_HTML: AllowedHtml = {
  elements: new Set([...RECORD_HTML.elements, ...words('col colgroup s tfoot thead')]),
  attributes: {
    a: ['href', 'title', 'name', 'target', 'rel', 'rev', 'alt'],
    div: languageAndDirection,
    span: languageAndDirection,
    p: languageAndDirection,
    abbr: ['title', ...languageAndDirection],
    acronym: ['title', ...languageAndDirection],
    td: ['colspan', 'rowspan', 'nowrap'],
    th: ['colspan', 'rowspan', 'nowrap'],
    col: ['span'],
    colgroup: ['span'],
  },
};

/** Opening one of these that is not kept becomes a line break, once any tag stood before it. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  words(
    'address article aside blockquote details dialog dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section table ul',
  ),
);
