import type { CslItem } from './csl-json.js';

/** Entry types of Zenodo's BibTeX by CSL type; everything else is `misc`. */
const entryTypes: Readonly<Record<string, string>> = {
  dataset: 'dataset',
  software: 'software',
  book: 'book',
  chapter: 'inbook',
  'article-journal': 'article',
  'paper-conference': 'inproceedings',
  report: 'techreport',
};

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A record as Zenodo writes it in BibTeX: one field a line, aligned, keyed by name, year and id. */
export function formatBibtex(item: CslItem): string {
  const [year, month] = item.issued?.['date-parts'][0] ?? [];
  const authors = item.author.map(({ family, given, literal }) =>
    literal === undefined
      ? escapeTex([family, given].filter(Boolean).join(', '))
      : braced(escapeTex(literal)),
  );
  const fields = [
    ['author', authors.length === 0 ? undefined : braced(authors.join(' and\n'))],
    ['title', braced(escapeTex(item.title))],
    ['month', month === undefined ? undefined : months[month - 1]],
    ['year', year === undefined ? undefined : String(year)],
    ['publisher', item.publisher === undefined ? undefined : braced(escapeTex(item.publisher))],
    ['version', item.version === undefined ? undefined : braced(escapeTex(item.version))],
    ['doi', item.DOI === undefined ? undefined : braced(item.DOI)],
    ['url', item.URL === undefined ? undefined : braced(item.URL)],
  ] as const;
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name.padEnd(12)} = ${indented(value)},\n`],
  );
  return `@${entryTypes[item.type] ?? 'misc'}{${keyOf(item, year)},\n${lines.join('')}}`;
}

function keyOf(item: CslItem, year: number | undefined): string {
  const [first] = item.author;
  const name = (first?.family ?? first?.literal ?? 'anonymous')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
  return [name, year, item.id].filter((part) => part !== undefined).join('_');
}

const braced = (text: string): string => `{${text}}`;
const indented = (text: string): string => text.replaceAll('\n', `\n${' '.repeat(18)}`);

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\{}&%$#_~^]/g, (character) => special[character] ?? `\\${character}`);
}
