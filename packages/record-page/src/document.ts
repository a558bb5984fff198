import { masthead } from './components/masthead.js';
import { pageFooter } from './components/page-footer.js';
import { metaPolicy } from './content-security-policy.js';
import { escapeText } from './html/escape.js';
import { html, trusted } from './html/html.js';
import type { Content } from './html/html.js';
import { script } from './script/script.js';
import { styles } from './styles/styles.js';
import type { SiteView } from './view/site-view.js';

/** What differs from page to page. */
export interface Page {
  readonly site: SiteView;
  /** Name of the page; the service's name follows it in the window's title. */
  readonly title: string;
  readonly head?: Content;
  readonly main: Content;
  /** What stands in the search form. */
  readonly query?: string;
}

// Our own constants, not data: they are hashed in the policy, so they must stand here byte for byte.
const policyElement = trusted(
  `<meta http-equiv="Content-Security-Policy" content="${escapeText(metaPolicy)}">`,
);
const styleElement = trusted(`<style>${styles}</style>`);
const scriptElement = trusted(`<script>${script}</script>`);
const iconElement = trusted(
  `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="#0b6a58"><path d="M1 8.500h4.200l.9 1.600h3.800l.9-1.600H15v6H1zM3 2h10v1.500H3zM2 5h12v1.500H2z"/></svg>',
  )}">`,
);

/** The whole document around a page's main part. */
export function renderDocument(page: Page): string {
  const { site, title } = page;
  const windowTitle = title === site.name ? title : `${title} · ${site.name}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        ${policyElement}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <meta name="generator" content="nx-zenodo" />
        <title>${windowTitle}</title>
        ${iconElement} ${page.head} ${styleElement} ${scriptElement}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        ${masthead(site, page.query)}
        <main id="main" tabindex="-1">${page.main}</main>
        ${pageFooter(site)}
      </body>
    </html> `.toString();
}
