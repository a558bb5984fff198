import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { ContributorView } from '../../view/person-view.js';
import { personItem } from './person.js';

/** Who else had a part, and which. */
export function contributorList(contributors: readonly ContributorView[]): SafeHtml {
  return html`<ul class="people" aria-label="Contributors">
    ${contributors.map(personItem)}
  </ul>`;
}
