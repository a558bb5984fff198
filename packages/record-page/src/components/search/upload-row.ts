import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { UploadView } from '../../view/upload-list-view.js';
import { counted, sizeInWords } from '../../words/size.js';
import { momentTime } from '../moment.js';

const states: Readonly<Record<UploadView['state'], string>> = {
  unsubmitted: 'Draft',
  inprogress: 'Published, edit open',
  done: 'Published',
};

/** One upload: its state, its title, what is in it. */
export function uploadRow(upload: UploadView): SafeHtml {
  const title = upload.title.trim() === '' ? `Untitled upload ${upload.id}` : upload.title;
  return html`<li class="card">
    <p class="kicker">
      <span class="mark" data-state="${upload.state}">${states[upload.state]}</span>
      ${upload.resourceType !== undefined && html`<span>${upload.resourceType}</span>`}
      ${upload.version !== undefined && html`<span>Version ${upload.version}</span>`}
    </p>
    <h2 class="card-title" dir="auto"><a href="${upload.url}">${title}</a></h2>
    ${upload.creators.length > 0 && html`<p class="card-people" dir="auto">${upload.creators.join('; ')}</p>`}
    <p class="card-facts">
      <span>${counted(upload.fileCount, 'file')}, ${sizeInWords(upload.totalSize)}</span>
      <span>changed ${momentTime(upload.modified)}</span>
      ${upload.doi !== undefined && html`<span class="identifier">${upload.doi}</span>`}
      ${upload.doiState === 'reserved' && html`<span class="mark" data-doi="reserved">reserved</span>`}
    </p>
  </li>`;
}
