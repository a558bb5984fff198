import { pagingNav } from '../components/search/paging-nav.js';
import { uploadRow } from '../components/search/upload-row.js';
import { renderDocument } from '../document.js';
import { html } from '../html/html.js';
import type { UploadListView } from '../view/upload-list-view.js';
import { counted } from '../words/size.js';

/** The list of a user's uploads, drafts and published records alike. */
export function renderUploadList(view: UploadListView): string {
  const { site, uploads, owner } = view;
  const main = html`<header class="list-header">
      <h1>My uploads</h1>
      <p class="quiet">
        ${counted(view.total, 'upload')}${owner !== undefined && html` of <bdi>${owner}</bdi>`}
      </p>
    </header>
    ${
      uploads.length === 0
        ? html`<p class="empty">
            Nothing is uploaded yet. A deposit made through the API appears here.
          </p>`
        : html`<ul class="cards">
            ${uploads.map(uploadRow)}
          </ul>`
    }
    ${pagingNav(view.paging)}`;
  return renderDocument({ site, title: 'My uploads', main });
}
