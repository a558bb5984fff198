import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { RelatedIdentifierView } from '../../view/record-view.js';
import { relationInWords } from '../../words/relation.js';

function relatedItem(related: RelatedIdentifierView): SafeHtml {
  const { identifier, url } = related;
  const kind = [related.resourceType, related.scheme?.toUpperCase()].filter(Boolean).join(', ');
  return html`<li>
    ${url === undefined ? identifier : html`<a rel="noopener noreferrer" href="${url}">${identifier}</a>`}
    ${kind !== '' && html`<span class="quiet">(${kind})</span>`}
  </li>`;
}

/** Related works, gathered under what they are to this record, in the order in which relations appear. */
export function relatedList(related: readonly RelatedIdentifierView[]): SafeHtml {
  const relations = [...new Set(related.map(({ relation }) => relationInWords(relation)))];
  return html`<dl class="facts">
    ${relations.map(
      (words) =>
        html`<div>
          <dt>${words}</dt>
          <dd>
            <ul class="plain">
              ${related.filter(({ relation }) => relationInWords(relation) === words).map(relatedItem)}
            </ul>
          </dd>
        </div>`,
    )}
  </dl>`;
}
