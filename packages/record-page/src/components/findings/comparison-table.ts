import type { ComparedCell, ComparedLine, ComparedRow } from '../../comparison/compare-records.js';
import type { FindingBoard } from '../../findings/finding-board.js';
import { attribute, html } from '../../html/html.js';
import type { Content, SafeHtml } from '../../html/html.js';
import { excerpt, firstDifference } from '../../words/excerpt.js';
import { counted } from '../../words/size.js';

/** The three parties, in the order of the columns. */
export const parties = {
  githubIntegration: 'GitHub integration',
  ours: 'We will publish',
  lastPublished: 'Last published',
} as const;

type Party = 'githubIntegration' | 'lastPublished';

function theirLine({ text, isOurs }: ComparedLine, ours: readonly string[]): SafeHtml {
  // Long text (a description) is shown from where it begins to differ from ours.
  const shown = excerpt(
    text,
    isOurs || ours.length !== 1 ? 0 : firstDifference(text, ours[0] ?? ''),
  );
  return html`<p ${attribute('class', isOurs ? null : 'other-line')}>${shown}</p>`;
}

function theirLines(cell: ComparedCell, ours: readonly string[]): Content {
  if (cell.verdict === 'unknown') return html`<p class="quiet">no answer</p>`;
  const mark = html`<span class="mark" data-verdict="${cell.verdict}">${cell.verdict}</span>`;
  if (cell.verdict === 'same') return mark;
  const isRewritten = cell.lines.length === 1 && ours.length === 1;
  return [
    mark,
    ...cell.lines.map((line) => theirLine(line, ours)),
    ...(isRewritten ? [] : cell.missing).map(
      (text) =>
        html`<p class="missing-line">
          <span class="line-label">not there:</span> ${excerpt(text)}
        </p>`,
    ),
  ];
}

function theirCell(party: Party, row: ComparedRow): SafeHtml {
  return html`<td ${attribute('data-party', parties[party])}>
    ${theirLines(row[party], row.ours)}
  </td>`;
}

function findingLinks(row: ComparedRow, board: FindingBoard): SafeHtml | null {
  const found = board.at(row.slot);
  const [worst] = found;
  if (worst === undefined) return null;
  return html`<a class="mark" data-severity="${worst.severity}" href="#at-${row.slot}"
    >${counted(found.length, 'finding')}<span class="unseen"> about ${row.label}</span></a
  >`;
}

function comparisonRow(row: ComparedRow, board: FindingBoard): SafeHtml {
  return html`<tr ${attribute('data-same', row.isSame)}>
    <th scope="row">${row.label} ${findingLinks(row, board)}</th>
    ${theirCell('githubIntegration', row)}
    <td ${attribute('data-party', parties.ours)} class="ours">
      ${row.ours.map((line) => html`<p>${excerpt(line)}</p>`)}
      ${row.ours.length === 0 && html`<p class="quiet">nothing</p>`}
    </td>
    ${theirCell('lastPublished', row)}
  </tr>`;
}

/** Field by field what each of the three says; what differs from ours is marked. */
export function comparisonTable(rows: readonly ComparedRow[], board: FindingBoard): SafeHtml {
  const same = rows.filter(({ isSame }) => isSame).length;
  return html`<section class="comparison" aria-labelledby="comparison">
    <div class="comparison-head">
      <h2 id="comparison" tabindex="-1">Field by field</h2>
      ${
        same > 0 &&
        html`<label class="only-differences">
          <input type="checkbox" data-only-differences />
          Hide ${counted(same, 'field')} that agree
        </label>`
      }
    </div>
    <div class="scroller" role="region" aria-label="Table of fields" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            ${Object.values(parties).map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => comparisonRow(row, board))}
        </tbody>
      </table>
    </div>
  </section>`;
}
