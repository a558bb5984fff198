import { html } from '../html/html.js';
import type { SafeHtml } from '../html/html.js';

/** A button that copies the text of the element with the id, and says so in the page's live region. */
export function copyButton(target: string, what: string): SafeHtml {
  return html`<button
    class="button quiet-button"
    type="button"
    hidden
    data-copy="${target}"
    data-copy-what="${what}"
  >
    <span>Copy<span class="unseen"> ${what}</span></span>
  </button>`;
}
