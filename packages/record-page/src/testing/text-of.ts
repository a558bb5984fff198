import type { SafeHtml } from '../html/html.js';
import { plainText } from '../html/rich-text.js';

/** What a reader sees of a component: its text, one space between words. */
export function textOf(markup: SafeHtml | null): string {
  const spaced = String(markup ?? '').replace(
    /<\/(?:li|p|dt|dd|td|th|h\d|span|summary|pre|button)>/g,
    '$& ',
  );
  return plainText(spaced);
}
