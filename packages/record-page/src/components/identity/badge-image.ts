import { renderBadgeSvg } from '../../badge.js';
import { escapeText } from '../../html/escape.js';
import { trusted } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';

/**
 * The DOI badge inside the document, so that the page asks nobody for it, also as a file on disk.
 * A data URL is no address that `html` lets through: this one is made here, of nothing but the badge.
 */
export function badgeImage(doi: string): SafeHtml {
  const svg = encodeURIComponent(renderBadgeSvg({ label: 'DOI', value: doi }));
  const alt = escapeText(`DOI badge: ${doi}`);
  return trusted(`<img class="badge" height="20" alt="${alt}" src="data:image/svg+xml,${svg}">`);
}
