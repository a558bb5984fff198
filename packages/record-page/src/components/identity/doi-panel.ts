import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { DoiState, DoiView } from '../../view/doi-view.js';
import type { FindingView } from '../../view/finding-view.js';
import { badgeImage } from './badge-image.js';
import { copyButton } from '../copy-button.js';
import { findingList } from '../findings/finding-list.js';

const states: Readonly<Record<DoiState, string>> = {
  registered: 'registered',
  pending: 'registration pending',
  reserved: 'reserved, not registered',
  none: 'none yet',
};

/** What the panel shows. */
export interface DoiPanel {
  readonly doi: DoiView | undefined;
  readonly conceptDoi: DoiView | undefined;
  readonly state: DoiState;
  readonly findings: readonly FindingView[];
}

function doiLine(label: string, explanation: string, doi: DoiView): SafeHtml {
  return html`<div>
    <dt>${label}</dt>
    <dd>
      ${
        doi.url === undefined
          ? html`<code class="doi">${doi.value}</code>`
          : html`<a class="doi" href="${doi.url}">${doi.value}</a>`
      }
      <span class="quiet">${explanation}</span>
    </dd>
  </div>`;
}

function snippet(id: string, label: string, text: string): SafeHtml {
  return html`<div class="snippet">
    <span class="snippet-label">${label}</span>
    <pre class="snippet-text" id="${id}">${text}</pre>
    ${copyButton(id, `${label} badge`)}
  </div>`;
}

function badgeSnippets({ value, url, badgeUrl }: DoiView): SafeHtml | null {
  if (badgeUrl === undefined) return null;
  const target = url ?? `https://doi.org/${value}`;
  return html`<details class="more">
    <summary>Use this badge</summary>
    ${snippet('badge-markdown', 'Markdown', `[![DOI](${badgeUrl})](${target})`)}
    ${snippet('badge-html', 'HTML', `<a href="${target}"><img src="${badgeUrl}" alt="DOI"></a>`)}
    ${snippet('badge-address', 'Image address', badgeUrl)}
  </details>`;
}

/** The DOI of this version, the DOI of all versions, how far registration is, and the badge. */
export function doiPanel({ doi, conceptDoi, state, findings }: DoiPanel): SafeHtml {
  return html`<section class="panel" aria-labelledby="at-doi">
    <h2 id="at-doi" tabindex="-1">DOI</h2>
    ${findingList(findings)}
    <p class="doi-state"><span class="mark" data-doi="${state}">${states[state]}</span></p>
    ${
      doi === undefined
        ? html`<p class="nothing">It gets one when it is published.</p>`
        : html`<p>${badgeImage(doi.value)}</p>`
    }
    <dl class="facts">
      ${doi !== undefined && doiLine('This version', 'names exactly these files', doi)}
      ${conceptDoi !== undefined && doiLine('All versions', 'leads to the newest one', conceptDoi)}
    </dl>
    ${doi !== undefined && badgeSnippets(doi)}
  </section>`;
}
