import { attribute, html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { FileView } from '../../view/file-view.js';
import { filesInWords } from '../../words/files.js';
import { sizeInWords } from '../../words/size.js';
import { downloadIcon } from '../icon.js';

function digest(name: string, hex: string | undefined): SafeHtml | null {
  if (hex === undefined) return null;
  return html`<code class="digest"><span class="digest-name">${name}</span>${hex}</code>`;
}

function fileName({ key, downloadUrl }: FileView): SafeHtml {
  if (downloadUrl === undefined) return html`<span class="file-name"><bdi>${key}</bdi></span>`;
  // Zenodo sends text and pictures to be shown in the browser: the link says that they are to be saved.
  return html`<a
    class="file-name"
    ${attribute('data-download', key)}
    download="${key}"
    href="${downloadUrl}"
    >${downloadIcon}<span><span class="unseen">Download </span><bdi>${key}</bdi></span></a
  >`;
}

function fileRow(file: FileView): SafeHtml {
  return html`<tr>
    <th scope="row">
      ${fileName(file)} ${digest('md5', file.md5)}${digest('sha256', file.sha256)}
    </th>
    <td class="number">${file.size === undefined ? 'not known' : sizeInWords(file.size)}</td>
  </tr>`;
}

/** The files with size, digests and download. */
export function fileTable(files: readonly FileView[], archiveUrl?: string): SafeHtml {
  return html`<p class="file-sum">
      <span>${filesInWords(files)}</span>
      ${archiveUrl !== undefined && html`<a class="button" href="${archiveUrl}">${downloadIcon}Download all</a>`}
    </p>
    <div class="scroller" role="region" aria-label="Table of files" tabindex="0">
      <table class="files">
        <thead>
          <tr>
            <th scope="col">Name and digest</th>
            <th scope="col" class="number">Size</th>
          </tr>
        </thead>
        <tbody>
          ${files.map(fileRow)}
        </tbody>
      </table>
    </div>`;
}
