import { copyButton } from '../components/copy-button.js';
import { renderDocument } from '../document.js';
import { html } from '../html/html.js';
import type { SafeHtml } from '../html/html.js';
import type { NewUploadView } from '../view/new-upload-view.js';

function step(id: string, name: string, command: string): SafeHtml {
  return html`<li>
    <p>${name}</p>
    <div class="snippet">
      <pre class="snippet-text" id="${id}" tabindex="0">${command}</pre>
      ${copyButton(id, name)}
    </div>
  </li>`;
}

/** What stands where others have a form: the three requests that make an upload. */
export function renderNewUploadPage({ site, apiUrl, token, uploadsUrl }: NewUploadView): string {
  const depositions = `${apiUrl}/deposit/depositions`;
  const authorization = `-H 'Authorization: Bearer ${token}'`;
  const json = "-H 'Content-Type: application/json'";
  const metadata =
    '{"metadata":{"title":"A title","upload_type":"dataset","description":"Words.","creators":[{"name":"Doe, Jane"}]}}';
  const main = html`<header class="list-header">
      <h1>New upload</h1>
      <p class="quiet">
        Uploads are made through the API. What is begun there appears among
        <a href="${uploadsUrl}">My uploads</a>.
      </p>
    </header>
    <ol class="steps">
      ${step('new-create', 'Create it with its metadata', `curl ${authorization} ${json} ${depositions} -d '${metadata}'`)}
      ${step('new-upload', 'Send each file to links.bucket of the answer', `curl ${authorization} --upload-file data.csv BUCKET/data.csv`)}
      ${step('new-publish', 'Publish it at links.publish', `curl ${authorization} -X POST PUBLISH`)}
    </ol>`;
  return renderDocument({ site, title: 'New upload', main });
}
