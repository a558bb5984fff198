import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { LicenceView } from '../../view/record-view.js';

function licenceItem({ id, title, url }: LicenceView): SafeHtml {
  return html`<li>
    ${url === undefined ? title : html`<a rel="license noopener noreferrer" href="${url}">${title}</a>`}
    <code class="identifier">${id}</code>
  </li>`;
}

/** Under what terms the record may be used. */
export function licenceList(licences: readonly LicenceView[]): SafeHtml {
  return html`<ul class="plain">
    ${licences.map(licenceItem)}
  </ul>`;
}
