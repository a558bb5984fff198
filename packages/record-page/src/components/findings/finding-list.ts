import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { FindingView } from '../../view/finding-view.js';

const words = { error: 'Error', warning: 'Warning', note: 'Note' } as const;

function placeInWords({ place }: FindingView): string {
  if (place === undefined) return '';
  const position = [place.file, place.line, place.line === undefined ? undefined : place.column]
    .filter((part) => part !== undefined)
    .join(':');
  return [position, place.field].filter((part) => part !== undefined && part !== '').join(' · ');
}

function findingItem(finding: FindingView): SafeHtml {
  const place = placeInWords(finding);
  return html`<li class="finding" data-severity="${finding.severity}">
    <p class="finding-what">
      <strong class="finding-severity">${words[finding.severity]}</strong>
      ${finding.message}
    </p>
    <p class="finding-cure">${finding.cure}</p>
    <p class="finding-place">
      <code>${finding.code}</code>${place !== '' && html` <span>${place}</span>`}
    </p>
  </li>`;
}

/** Findings where they belong; nothing where there are none. */
export function findingList(findings: readonly FindingView[]): SafeHtml | null {
  if (findings.length === 0) return null;
  return html`<ul class="findings" aria-label="Findings">
    ${findings.map(findingItem)}
  </ul>`;
}
