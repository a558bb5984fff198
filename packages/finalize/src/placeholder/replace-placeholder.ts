import { leftoverPlaceholder } from '../findings/document-findings.js';
import type { FinalizeFinding } from '../findings/finalize-error.js';
import { chosenDoi } from '../published/published-release.js';
import type { DoiChoice, PublishedRelease } from '../published/published-release.js';
import { applySplices } from '../text/splice.js';
import { placeOf } from '../text/lines.js';
import { findPlaceholders } from './placeholder-pattern.js';
import type { PlaceholderMatch } from './placeholder-pattern.js';

/**
 * Writes the DOI wherever a placeholder of it stands, badge and DOI URLs included, and the record number where
 * a record URL has one. A slash that was percent-encoded stays so.
 */
export function replacePlaceholder(
  text: string,
  published: PublishedRelease,
  options: { readonly doi?: DoiChoice; readonly placeholders?: readonly string[] } = {},
): string {
  const doi = chosenDoi(published, options.doi ?? 'version');
  const splices = findPlaceholders(text, options.placeholders).map((match) => ({
    start: match.index,
    end: match.index + match.text.length,
    text: replacement(match, doi, published),
  }));
  return applySplices(text, splices);
}

function replacement(match: PlaceholderMatch, doi: string, published: PublishedRelease): string {
  if (match.of === 'record') return published.recordUrl.split('/').at(-1) ?? '';
  if (match.of === 'id') return doi.slice(doi.indexOf('/') + 1);
  return /%2F/i.test(match.text) ? doi.replaceAll('/', '%2F') : doi;
}

/** One NZ8001 for each placeholder that is still in a text. */
export function checkPlaceholders(
  text: string,
  file: string,
  placeholders: readonly string[] = [],
): readonly FinalizeFinding[] {
  return findPlaceholders(text, placeholders).map((match) =>
    leftoverPlaceholder({ file, ...placeOf(text, match.index) }, match.text),
  );
}
