import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { AccessView } from '../../view/record-view.js';
import { accessInWords } from '../../words/access.js';
import { dateInWords } from '../../words/date.js';

/** Who may fetch the files. */
export function accessMark(access: AccessView): SafeHtml {
  const until =
    access.embargoUntil === undefined ? '' : ` until ${dateInWords(access.embargoUntil)}`;
  return html`<span class="mark" data-access="${access.right}"
    >${accessInWords(access.right)}${until}</span
  >`;
}
