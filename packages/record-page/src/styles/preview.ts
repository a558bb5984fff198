/** The preview: three outcomes, and the fields side by side. */
export const previewStyles = `
.outcomes { list-style: none; display: grid; gap: .9rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); }
.outcome { background: var(--sheet); border: 1px solid var(--line); border-top: 3px solid var(--strong-line); border-radius: var(--radius); padding: 1rem 1.25rem; box-shadow: var(--shadow); }
.outcome[data-ours] { border-top-color: var(--accent); }
.outcome[data-outcome='failure'] { border-top-color: var(--error); }
.outcome h2 { font: 600 .85rem/1.4 var(--sans); color: var(--quiet); margin-bottom: .5rem; }
.outcome-title { font: 600 1.1rem/1.35 var(--serif); margin-bottom: .3rem; }
.outcome .quiet { font-size: .9rem; }
.outcomes + .finding-summary { margin-top: 1.5rem; }
.comparison { margin-block: 2rem 3rem; }
.comparison-head { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; justify-content: space-between; margin-bottom: .8rem; }
.comparison h2 { font: 600 1.3rem/1.3 var(--serif); }
.only-differences { display: inline-flex; gap: .5rem; align-items: center; min-height: 2.5rem; font-size: .9rem; cursor: pointer; }
.only-differences input { width: 1.15rem; height: 1.15rem; accent-color: var(--accent); }
.comparison:has([data-only-differences]:checked) tr[data-same] { display: none; }
.comparison table { width: 100%; border-collapse: collapse; font-size: .92rem; line-height: 1.45; }
.comparison :is(th, td) { padding: .8rem 1rem; text-align: left; vertical-align: top; }
.comparison thead th { color: var(--quiet); font-size: .8rem; background: var(--sunk); padding-block: .5rem; }
.comparison thead th:nth-child(3) { color: var(--accent); }
.comparison tbody th { font-weight: 600; overflow-wrap: normal; white-space: nowrap; }
.comparison tbody th .mark { display: block; width: max-content; margin-top: .3rem; }
.comparison tbody tr + tr { border-top: 1px solid var(--line); }
.comparison td { width: 29%; }
.comparison .ours { background: color-mix(in srgb, var(--accent-wash) 35%, transparent); }
.comparison .mark { margin-bottom: .3rem; }
.comparison a.mark { text-decoration: underline; }
.mark[data-verdict='differs'] { color: var(--warn); background: var(--warn-wash); }
.other-line { background: var(--warn-wash); border-radius: 4px; padding: 0 .35rem; margin-inline: -.35rem; }
.missing-line { color: var(--quiet); }
.line-label { color: var(--error); font-size: .85em; }
@media (max-width: 48rem) {
  .comparison thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .comparison :is(table, tbody, tr, tbody th, td) { display: block; width: auto; }
  .comparison tbody th { font-family: var(--serif); font-size: 1.1rem; padding-bottom: .2rem; }
  .comparison td { padding-block: .5rem; }
  .comparison td::before { content: attr(data-party); display: block; color: var(--quiet); font-size: .8rem; }
}
`;
