import type { CslItem } from './csl-json.js';

/** How a citation is written. */
export type Cite = (item: CslItem, style: string, locale: string) => string;

/** Styles by the names that Zenodo takes, with those under which the formatter has them. */
const styles: Readonly<Record<string, string>> = {
  apa: 'apa',
  vancouver: 'vancouver',
  'harvard-cite-them-right': 'harvard1',
  harvard1: 'harvard1',
};

/** The style that is taken when none is named (contract C.6). */
export const defaultStyle = 'harvard-cite-them-right';

/** The formatter's name of a style, or `undefined` for one it does not have. */
export function styleNamed(name: string): string | undefined {
  return Object.hasOwn(styles, name) ? styles[name] : undefined;
}

/** Loads the formatter, which takes longer than a server does to start. */
export async function loadCite(): Promise<Cite> {
  const { Cite: Formatter } = await import('@citation-js/core');
  await import('@citation-js/plugin-csl');
  return (item, style, lang) => {
    const citation = new Formatter([item]);
    const template = styleNamed(style) ?? 'apa';
    return citation.format('bibliography', { format: 'text', template, lang });
  };
}
