import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { FundingView } from '../../view/record-view.js';

function fundingItem({ funder, award, number, url }: FundingView): SafeHtml {
  const title = award ?? number;
  return html`<li>
    <span class="funder">${funder}</span>
    ${
      title !== undefined &&
      (url === undefined ? title : html`<a rel="noopener noreferrer" href="${url}">${title}</a>`)
    }
    ${award !== undefined && number !== undefined && html`<code class="identifier">${number}</code>`}
  </li>`;
}

/** Who paid for the work. */
export function fundingList(funding: readonly FundingView[]): SafeHtml {
  return html`<ul class="plain">
    ${funding.map(fundingItem)}
  </ul>`;
}
