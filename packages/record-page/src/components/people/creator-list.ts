import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { PersonView } from '../../view/person-view.js';
import { counted } from '../../words/size.js';
import { personItem } from './person.js';

// Collaborations have hundreds of authors; the page must still begin with what it is about.
const shownAtOnce = 12;

/** The creators in their order; those beyond a dozen unfold. */
export function creatorList(creators: readonly PersonView[]): SafeHtml | null {
  if (creators.length === 0) return null;
  const first = creators.slice(0, shownAtOnce);
  const others = creators.slice(shownAtOnce);
  return html`<ul class="people" aria-label="Creators">
      ${first.map(personItem)}
    </ul>
    ${
      others.length > 0 &&
      html`<details class="more">
        <summary>${counted(others.length, 'more creator')}</summary>
        <ul class="people" aria-label="More creators">
          ${others.map(personItem)}
        </ul>
      </details>`
    }`;
}
