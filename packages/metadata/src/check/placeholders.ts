import type { Finding } from '@nx-zenodo/findings';
import { finding } from '../metadata-error.js';
import type { DocumentPath } from '../document/placed-document.js';
import type { PlacedMetadata } from '../verdict/zenodo-verdict.js';

// What templates leave behind. Each is narrow enough not to meet real text.
const PLACEHOLDERS: readonly (readonly [RegExp, string])[] = [
  [/X{5,}/, 'a row of X'],
  [/\{\{[^{}]*\}\}/, 'an unfilled template'],
  [/\$\{[^{}]*\}/, 'an unfilled template'],
  [/<(?:your|insert|enter|add)\b[^>]*>/i, 'an unfilled template'],
  [/\[(?:your|insert|enter|add)\b[^\]]*\]/i, 'an unfilled template'],
  [/\b(?:TODO|FIXME|TBD)\b/, 'a note to the author'],
  [/\blorem ipsum\b/i, 'filler text'],
  [/^0000-0000-0000-0000$|^0000-0001-2345-6789$/, 'an example ORCID'],
];

/** Every text that still holds what a template left for its author to fill in. */
export function findPlaceholders({ metadata, document, base }: PlacedMetadata): Finding[] {
  const search = (value: unknown, path: DocumentPath): Finding[] => {
    if (typeof value === 'string') {
      const found = PLACEHOLDERS.flatMap(([pattern, kind]) => {
        const match = pattern.exec(value);
        return match === null ? [] : [{ text: match[0], kind }];
      });
      return found.slice(0, 1).map(({ text, kind }) =>
        finding('NZ3022', {
          message: `\`${path.join('.')}\` holds ${kind}: "${text.slice(0, 40)}".`,
          place: document.place([...base, ...path]),
        }),
      );
    }
    if (typeof value !== 'object' || value === null) return [];
    const isList = Array.isArray(value);
    return Object.entries(value).flatMap(([key, item]) =>
      search(item, [...path, isList ? Number(key) : key]),
    );
  };
  return search(metadata, []);
}
