import { isMap, isScalar } from 'yaml';
import { parseDoi } from '../doi/doi.js';
import { pairOf, readCitationSource, sequenceOf } from './citation-source.js';

/** A DOI that a CITATION.cff names for the work itself. */
export interface CitationFileDoi {
  readonly doi: string;
  /** Whether it stands in `doi`, the one that readers cite; `identifiers` may list every version (CFF 1.2.0). */
  readonly isCited: boolean;
}

/** The DOIs of `doi` and `identifiers`, each once, the cited one first; none where the text cannot be read. */
export function citationFileDois(text: string): readonly CitationFileDoi[] {
  const { source } = readCitationSource(text);
  if (source === null) return [];
  const [cited] = doisOf([pairOf(source.map, 'doi')?.value]);
  const listed = doisOf(
    (sequenceOf(source.map, 'identifiers')?.items ?? []).map((item) =>
      isMap(item) ? pairOf(item, 'value')?.value : undefined,
    ),
  );
  const all = new Set(cited === undefined ? listed : [cited, ...listed]);
  return [...all].map((doi) => ({ doi, isCited: doi === cited }));
}

function doisOf(values: readonly unknown[]): readonly string[] {
  return values.flatMap((node) => {
    const doi = isScalar(node) && typeof node.value === 'string' ? parseDoi(node.value) : null;
    return doi === null ? [] : [doi];
  });
}
