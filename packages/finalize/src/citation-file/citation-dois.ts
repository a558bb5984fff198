import { isMap, isScalar } from 'yaml';
import { parseDoi } from '../doi/doi.js';
import { pairOf, readCitationSource, sequenceOf } from './citation-source.js';

/** The DOIs that a CITATION.cff names for the work itself (`doi` and `identifiers`); none where it cannot be read. */
export function citationFileDois(text: string): readonly string[] {
  const { source } = readCitationSource(text);
  if (source === null) return [];
  const values = [
    pairOf(source.map, 'doi')?.value,
    ...(sequenceOf(source.map, 'identifiers')?.items ?? []).map((item) =>
      isMap(item) ? pairOf(item, 'value')?.value : undefined,
    ),
  ];
  const dois = values.flatMap((node) => {
    const doi = isScalar(node) && typeof node.value === 'string' ? parseDoi(node.value) : null;
    return doi === null ? [] : [doi];
  });
  return [...new Set(dois)];
}
