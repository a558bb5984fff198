import { trusted } from '../html/html.js';
import type { SafeHtml } from '../html/html.js';

function icon(paths: string): SafeHtml {
  return trusted(
    `<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${paths}</svg>`,
  );
}

/** The mark of the masthead: cards in a box. */
export const markIcon = icon(
  '<path d="M3.5 6V2.5h9V6M2 8.5V5h12v3.5" fill="none" stroke="currentColor" stroke-width="1.25"/>' +
    '<path d="M1 8.5h4.2l.9 1.6h3.8l.9-1.6H15v6H1z" fill="currentColor"/>',
);

export const themeIcon = icon(
  '<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/>' +
    '<path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor"/>',
);

export const downloadIcon = icon(
  '<path d="M8 1.5v8M4.5 6.5 8 10l3.5-3.5M2 13.5h12" fill="none" stroke="currentColor" stroke-width="1.5"/>',
);

export const searchIcon = icon(
  '<circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5"/>' +
    '<path d="m10.5 10.5 4 4" stroke="currentColor" stroke-width="1.5"/>',
);
