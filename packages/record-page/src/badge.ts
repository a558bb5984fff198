import { makeBadge } from 'badge-maker';

/** What a badge says: the left half and the right half. */
export interface BadgeView {
  /** For example `DOI`. */
  readonly label: string;
  /** For example `10.5281/zenodo.1234567`. */
  readonly value: string;
}

// Longer text makes an image that nobody can show; no DOI of Zenodo comes near.
const longest = 255;

function printable(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .slice(0, longest)
    .replace(/\p{Surrogate}$/u, '');
}

/**
 * The DOI badge as a complete SVG document: two halves as wide as their text in Verdana 11, escaped, with a
 * title for those who do not see it. Any text is drawn; whether such a DOI exists is not asked.
 */
export function renderBadgeSvg(badge: BadgeView): string {
  return makeBadge({
    label: printable(badge.label),
    message: printable(badge.value),
    labelColor: '#4a5552',
    color: '#0b6a58',
    style: 'flat',
  });
}
