import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import { slotOf } from '../../findings/field-slot.js';
import type { FindingBoard } from '../../findings/finding-board.js';
import type { FindingView } from '../../view/finding-view.js';
import { counted } from '../../words/size.js';
import { findingList } from './finding-list.js';

const severities = ['error', 'warning', 'note'] as const;

function jump(finding: FindingView): SafeHtml | null {
  const slot = slotOf(finding);
  if (slot === null) return null;
  return html`<li data-severity="${finding.severity}">
    <a href="#at-${slot}"><code>${finding.code}</code> ${finding.message}</a>
  </li>`;
}

/** How many findings there are, a way to each, and those that belong to no field. */
export function findingSummary(board: FindingBoard): SafeHtml | null {
  if (board.all.length === 0) return null;
  const sums = severities
    .map((severity) => ({
      severity,
      count: board.all.filter((f) => f.severity === severity).length,
    }))
    .filter(({ count }) => count > 0);
  return html`<section class="finding-summary" aria-labelledby="findings">
    <h2 id="findings">Findings</h2>
    <p class="sums">
      ${sums.map(
        ({ severity, count }) =>
          html`<span class="mark" data-severity="${severity}">${counted(count, severity)}</span> `,
      )}
    </p>
    ${findingList(board.general)}
    <ul class="jumps">
      ${board.all.map(jump)}
    </ul>
  </section>`;
}
