/** The table of files. */
export const filesStyles = `
.file-sum { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .75rem; color: var(--quiet); margin-bottom: .8rem; }
.scroller { overflow-x: auto; border: 1px solid var(--line); border-radius: var(--radius); background: var(--sheet); box-shadow: var(--shadow); }
.files { width: 100%; border-collapse: collapse; font-size: .95rem; }
.files :is(th, td) { padding: .7rem 1rem; text-align: left; vertical-align: middle; font-weight: 400; }
.files thead th { color: var(--quiet); font-size: .8rem; padding-block: .5rem; background: var(--sunk); }
.files tbody tr + tr { border-top: 1px solid var(--line); }
.files .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.files .action { text-align: right; width: 1%; }
.file-name { font-weight: 600; }
.digest { display: block; color: var(--quiet); font-size: .78rem; line-height: 1.5; }
.digest-name { display: inline-block; min-width: 3.6em; margin-right: .6em; }
@media (max-width: 36rem) {
  .files thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .files tbody tr { display: grid; grid-template-columns: 1fr auto; align-items: center; padding: .8rem 1rem; gap: .3rem .75rem; }
  .files :is(tbody th, td) { padding: 0; }
  .files tbody th { grid-column: 1 / -1; }
  .files .number { text-align: left; color: var(--quiet); }
  .files .action { width: auto; }
}
`;
