import { attribute, html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { PreviewOutcome, PreviewView } from '../../view/preview-view.js';
import type { RecordView } from '../../view/record-view.js';
import { filesInWords } from '../../words/files.js';
import { counted } from '../../words/size.js';
import { dateTime } from '../moment.js';

function recordSum(record: RecordView): SafeHtml {
  return html`<p class="outcome-title">${record.title.trim() === '' ? 'Untitled' : record.title}</p>
    <p class="quiet">
      ${record.version !== undefined && html`Version ${record.version}, `}${dateTime(record.publicationDate)}
    </p>
    <p class="quiet">${filesInWords(record.files)}</p>
    ${record.doi !== undefined && html`<p class="identifier">${record.doi.value}</p>`}`;
}

function obstacles({ findings = [] }: RecordView): SafeHtml | null {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return null;
  const verb = errors === 1 ? 'stands' : 'stand';
  return html`<p>
    <span class="mark" data-severity="error"
      >not yet: ${counted(errors, 'error')} ${verb} in the way</span
    >
  </p>`;
}

function outcome(heading: string, told: PreviewOutcome, isOurs = false): SafeHtml {
  const failure = told.kind === 'failure' && told;
  return html`<li class="outcome" data-outcome="${told.kind}" ${attribute('data-ours', isOurs)}>
    <h2>${heading}</h2>
    ${failure && html`<p><span class="mark" data-severity="error">fails${failure.stage !== undefined && ` at ${failure.stage}`}</span></p>`}
    ${isOurs && told.kind === 'record' && obstacles(told.record)}
    ${told.kind === 'record' ? recordSum(told.record) : html`<p>${told.message}</p>`}
  </li>`;
}

/** The three outcomes at a glance. */
export function outcomeCards(view: PreviewView): SafeHtml {
  return html`<ul class="outcomes">
    ${outcome('The GitHub integration would publish', view.githubIntegration)}
    ${outcome('We will publish', { kind: 'record', record: view.record }, true)}
    ${outcome('Last published version', view.lastPublished)}
  </ul>`;
}
