import { html } from '../html/html.js';
import type { SafeHtml } from '../html/html.js';
import type { AccessView } from '../view/record-view.js';
import { dateInWords } from '../words/date.js';

const words: Readonly<Record<AccessView['right'], string>> = {
  open: 'Open',
  embargoed: 'Embargoed',
  restricted: 'Restricted',
  closed: 'Closed',
  'metadata-only': 'Metadata only',
};

/** Who may fetch the files. */
export function accessMark(access: AccessView): SafeHtml {
  const until =
    access.embargoUntil === undefined ? '' : ` until ${dateInWords(access.embargoUntil)}`;
  return html`<span class="mark" data-access="${access.right}"
    >${words[access.right]}${until}</span
  >`;
}
