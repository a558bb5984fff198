import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { CommunityView } from '../../view/record-view.js';

/** The communities in which the record stands. */
export function communityList(communities: readonly CommunityView[]): SafeHtml {
  return html`<ul class="plain">
    ${communities.map(
      ({ title, url }) =>
        html`<li>${url === undefined ? title : html`<a href="${url}">${title}</a>`}</li>`,
    )}
  </ul>`;
}
