import { attribute, html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { CitationView } from '../../view/record-view.js';
import { copyButton } from '../copy-button.js';

function styleChoice(citation: CitationView, position: number): SafeHtml {
  return html`<label class="choice">
    <input
      type="radio"
      name="citation-style"
      value="${citation.style}"
      ${attribute('data-shows', `citation-${position}`)}
      ${attribute('checked', position === 0)}
    />
    <span>${citation.label}</span>
  </label>`;
}

function citationBlock(citation: CitationView, position: number): SafeHtml {
  const isPreformatted = citation.text.includes('\n') || citation.text.startsWith('@');
  return html`<div class="citation" id="citation-${position}">
    <h3 class="citation-style">${citation.label}</h3>
    <pre
      class="citation-text"
      id="citation-text-${position}"
      dir="auto"
      ${attribute('data-preformatted', isPreformatted)}
    >
${citation.text}</pre>
    ${copyButton(`citation-text-${position}`, `${citation.label} citation`)}
  </div>`;
}

/**
 * The citations. Without script all of them are shown one after the other; with it a choice of styles
 * shows one at a time.
 */
export function citationPanel(citations: readonly CitationView[]): SafeHtml | null {
  if (citations.length === 0) return null;
  return html`<section class="part" aria-labelledby="cite" data-citations>
    <h2 id="cite">Cite this</h2>
    ${
      citations.length > 1 &&
      html`<fieldset class="choices" hidden data-citation-choices>
        <legend class="unseen">Citation style</legend>
        ${citations.map(styleChoice)}
      </fieldset>`
    }
    ${citations.map(citationBlock)}
  </section>`;
}
