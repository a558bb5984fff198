import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { PersonView } from '../../view/person-view.js';
import { orcidUrl } from '../../words/orcid.js';

function orcidLink(person: PersonView): SafeHtml | null {
  if (person.orcid === undefined) return null;
  const url = orcidUrl(person.orcid);
  if (url === null) return html`<span class="identifier">ORCID ${person.orcid}</span>`;
  return html`<a class="identifier" rel="noopener noreferrer author" href="${url}"
    >ORCID ${person.orcid}<span class="unseen"> of ${person.name}</span></a
  >`;
}

/** A person or an organisation with what identifies it, and a role where it has one. */
export function personItem(person: PersonView & { readonly role?: string }): SafeHtml {
  const affiliations = person.affiliations ?? [];
  return html`<li class="person">
    <span class="person-name" dir="auto">${person.name}</span>
    ${person.role !== undefined && html`<span class="person-role">${person.role}</span>`}
    ${affiliations.map((name) => html`<span class="person-affiliation" dir="auto">${name}</span>`)}
    ${orcidLink(person)}
    ${person.gnd !== undefined && html`<span class="identifier">GND ${person.gnd}</span>`}
  </li>`;
}
