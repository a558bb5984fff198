/** The table of files. */
export const filesStyles = `
.file-sum { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .75rem; color: var(--quiet); margin-bottom: .8rem; }
.scroller { overflow-x: auto; border: 1px solid var(--line); border-radius: var(--radius); background: var(--sheet); box-shadow: var(--shadow); }
.files { width: 100%; border-collapse: collapse; font-size: .95rem; }
.files :is(th, td) { padding: .7rem 1rem; text-align: left; vertical-align: middle; font-weight: 400; }
.files thead th { color: var(--quiet); font-size: .8rem; padding-block: .5rem; background: var(--sunk); }
.files tbody tr + tr { border-top: 1px solid var(--line); }
.files .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.file-name { display: inline-flex; align-items: baseline; gap: .6rem; font-weight: 600; color: var(--ink); text-decoration-color: var(--accent); }
.file-name .icon { color: var(--accent); position: relative; top: .15em; }
a.file-name:hover { color: var(--accent); }
a.file-name ~ .digest { margin-left: 1.6rem; }
.digest { display: block; color: var(--quiet); font-size: .78rem; line-height: 1.5; }
.digest-name { display: inline-block; min-width: 3.6em; margin-right: .6em; }
@media (max-width: 36rem) {
  .files :is(th, td) { padding-inline: .9rem; }
  .files thead th:first-child, .files tbody th { width: 100%; }
  .files tbody :is(th, td) { vertical-align: baseline; }
  a.file-name ~ .digest { margin-left: 0; }
  .digest-name { display: block; }
}
`;
