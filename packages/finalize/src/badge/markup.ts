import { badgeImageUrl, doiUrl } from '../doi/doi.js';

/** The markup languages in which a README is written. */
export type Markup = 'markdown' | 'rst' | 'asciidoc' | 'html';

const byExtension: Readonly<Record<string, Markup>> = {
  md: 'markdown',
  markdown: 'markdown',
  rst: 'rst',
  rest: 'rst',
  adoc: 'asciidoc',
  asciidoc: 'asciidoc',
  asc: 'asciidoc',
  html: 'html',
  htm: 'html',
};

/** The markup of a document by its name; Markdown where the name does not tell. */
export function markupOf(path: string): Markup {
  const extension = /\.([A-Za-z]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return byExtension[extension] ?? 'markdown';
}

/** A DOI badge that leads to the DOI, in one markup. */
export function formatBadge(doi: string, site: string, markup: Markup): string {
  const image = badgeImageUrl(doi, site);
  const link = doiUrl(doi, site);
  switch (markup) {
    case 'markdown':
      return `[![DOI](${image})](${link})`;
    case 'rst':
      return `.. image:: ${image}\n   :target: ${link}\n   :alt: DOI`;
    case 'asciidoc':
      return `image:${image}[DOI,link=${link}]`;
    case 'html':
      return `<a href="${link}"><img src="${image}" alt="DOI"></a>`;
  }
}
