import { attribute, html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { VersionView } from '../../view/version-view.js';
import { counted } from '../../words/size.js';
import { dateTime } from '../moment.js';

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

// A work that is published every week has hundreds.
const shownAtOnce = 12;

/** All versions of the record, as the view orders them; those beyond a dozen unfold. */
export function versionList(versions: readonly VersionView[]): SafeHtml | null {
  if (versions.length === 0) return null;
  const others = versions.slice(shownAtOnce);
  return html`<section class="panel" aria-labelledby="versions">
    <h2 id="versions">Versions</h2>
    <ol class="versions">
      ${versions.slice(0, shownAtOnce).map(versionItem)}
    </ol>
    ${
      others.length > 0 &&
      html`<details
        class="more"
        ${attribute(
          'open',
          others.some(({ isThis }) => isThis),
        )}
      >
        <summary>${counted(others.length, 'more version')}</summary>
        <ol class="versions" start="${shownAtOnce + 1}">
          ${others.map(versionItem)}
        </ol>
      </details>`
    }
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
