import { attribute, html } from '../html/html.js';
import type { SafeHtml } from '../html/html.js';
import type { VersionView } from '../view/version-view.js';
import { dateTime } from './moment.js';

function versionItem(version: VersionView): SafeHtml {
  return html`<li class="version" ${attribute('data-this', version.isThis ? 'yes' : null)}>
    <a href="${version.url}" ${attribute('aria-current', version.isThis ? 'page' : null)}
      >${version.label}</a
    >
    ${version.isNewest && html`<span class="mark" data-mark="newest">newest</span>`}
    <span class="version-date">${dateTime(version.date)}</span>
    ${version.doi !== undefined && html`<span class="identifier">${version.doi}</span>`}
  </li>`;
}

/** All versions of the record, as the view orders them. */
export function versionList(versions: readonly VersionView[]): SafeHtml | null {
  if (versions.length === 0) return null;
  return html`<section class="panel" aria-labelledby="versions">
    <h2 id="versions">Versions</h2>
    <ol class="versions">
      ${versions.map(versionItem)}
    </ol>
  </section>`;
}

/** Says that a newer version exists, where the page shows an older one. */
export function newerVersionNotice(versions: readonly VersionView[]): SafeHtml | null {
  const shown = versions.find(({ isThis }) => isThis);
  const newest = versions.find(({ isNewest }) => isNewest);
  if (shown === undefined || newest === undefined || shown.isNewest) return null;
  return html`<p class="banner" data-banner="older">
    This is not the newest version. <a href="${newest.url}">Go to ${newest.label}</a>
  </p>`;
}
