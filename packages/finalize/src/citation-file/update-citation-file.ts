import { unreadable } from '../findings/document-findings.js';
import { chosenDoi } from '../published/published-release.js';
import type { DoiChoice, PublishedRelease } from '../published/published-release.js';
import type { UpdatedText } from '../text/document-text.js';
import { updatedText } from '../text/document-text.js';
import { placeOf } from '../text/lines.js';
import { readCitationSource, withField } from './citation-source.js';
import { withIdentifiers } from './identifiers.js';

/** Which DOI a CITATION.cff is cited by. */
export interface CitationFileOptions {
  /** Which DOI `doi` names; `identifiers` lists both. */
  readonly doi?: DoiChoice;
}

/**
 * Writes `version`, `date-released`, `doi` and `identifiers` of a CITATION.cff (Citation File Format 1.2.0).
 * Comments, order, quoting and line breaks of all the rest stay, because only the values themselves are replaced.
 * NZ8003 where the text is no YAML mapping.
 */
export function updateCitationFile(
  text: string,
  path: string,
  published: PublishedRelease,
  options: CitationFileOptions = {},
): UpdatedText {
  const { source, document } = readCitationSource(text);
  if (source === null) {
    const [error] = document.errors;
    const place = placeOf(text, error?.pos[0] ?? 0);
    const reason = error?.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
    return {
      text,
      findings: [unreadable('NZ8003', { file: path, ...place }, reason ?? 'it is no mapping')],
    };
  }
  const { version, publicationDate } = published;
  const dated = (whole: string) =>
    publicationDate === null
      ? whole
      : withField(whole, 'date-released', publicationDate, ['version', 'title']);
  const versioned = dated(withField(text, 'version', version, ['title']));
  const named = withField(versioned, 'doi', chosenDoi(published, options.doi ?? 'concept'), [
    'date-released',
    'version',
    'title',
  ]);
  return updatedText(withIdentifiers(named, published));
}
