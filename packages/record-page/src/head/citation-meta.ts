import { html } from '../html/html.js';
import type { SafeHtml } from '../html/html.js';
import type { RecordView } from '../view/record-view.js';
import { orcidUrl } from '../words/orcid.js';

type Pair = readonly [name: string, content: string | undefined];

/** Highwire Press tags, as Google Scholar reads them: one author after the other, each with what is theirs. */
export function citationMeta(record: RecordView): readonly SafeHtml[] {
  const authors = record.creators.flatMap((creator): Pair[] => [
    ['citation_author', creator.name],
    ...(creator.affiliations ?? []).map((name): Pair => ['citation_author_institution', name]),
    ['citation_author_orcid', (creator.orcid && orcidUrl(creator.orcid)) ?? undefined],
  ]);
  const pdf = record.files.find(({ key }) => key.toLowerCase().endsWith('.pdf'));
  const pairs: readonly Pair[] = [
    ['citation_title', record.title],
    ...authors,
    ['citation_publication_date', record.publicationDate.split('/')[0]?.replaceAll('-', '/')],
    ['citation_publisher', record.publisher ?? 'Zenodo'],
    ['citation_doi', record.doi?.value],
    ['citation_language', record.language],
    ['citation_abstract_html_url', record.url],
    ['citation_pdf_url', pdf?.downloadUrl],
    ...record.keywords.map((keyword): Pair => ['citation_keywords', keyword]),
  ];
  return pairs.flatMap(([name, content]) =>
    content === undefined || content === ''
      ? []
      : [html`<meta name="${name}" content="${content}" />`],
  );
}
