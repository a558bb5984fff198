import { createHash } from 'node:crypto';
import { script } from './script/script.js';
import { styles } from './styles/styles.js';

const hashSource = (text: string) =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

const directives = [
  `default-src 'none'`,
  `script-src ${hashSource(script)}`,
  `style-src ${hashSource(styles)}`,
  `img-src data:`,
  `form-action 'self'`,
  `base-uri 'none'`,
];

/**
 * The policy as a `meta` element may state it (CSP 3, section 3.3: without `frame-ancestors`). All pages carry
 * the same script and the same styles, so their SHA-256 is enough and no nonce has to be kept.
 */
export const metaPolicy = directives.join('; ');

/** Headers to send with every page of this package. Values are constants: nothing of a record is in them. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `${metaPolicy}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Headers to send with a badge: an SVG opened on its own must not run anything. */
export const badgeHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'image/svg+xml; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};
