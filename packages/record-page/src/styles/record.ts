/** The record: its head, its two columns, its parts. */
export const recordStyles = `
.record-header {
  position: relative; margin-bottom: 2rem; padding: 1.9rem clamp(1.1rem, 4vw, 2.25rem) 0; background: var(--sheet);
  border: 1px solid var(--line); border-top: 3px solid var(--accent); border-radius: 0 var(--radius) var(--radius) var(--radius); box-shadow: var(--shadow);
}
.record-header > :last-child:not(.accession) { margin-bottom: 1.9rem; }
.record, .error-page { padding-top: 1.9rem; }
.tab {
  position: absolute; left: -1px; bottom: 100%; max-width: calc(100% - 2rem); padding: .3rem 1.1rem .25rem; background: var(--accent);
  color: var(--accent-ink); border-radius: var(--radius) var(--radius) 0 0; font-size: .85rem; font-weight: 600; letter-spacing: .02em;
}
.accession {
  display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .9rem; margin: 1.6rem calc(-1 * clamp(1.1rem, 4vw, 2.25rem)) 0;
  padding: .7rem clamp(1.1rem, 4vw, 2.25rem); border-top: 1px solid var(--line); background: var(--sunk); border-radius: 0 0 var(--radius) var(--radius);
}
.accession-label { color: var(--quiet); font-size: .85rem; font-weight: 600; }
.accession .doi { font-size: 1rem; }
.accession-actions { display: flex; gap: .5rem; margin-left: auto; }
.accession .quiet-button { background: var(--sheet); }
.kicker { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .9rem; color: var(--quiet); font-size: .9rem; margin-bottom: .9rem; }
.record-title { font: 600 clamp(1.7rem, 1.2rem + 2.2vw, 2.75rem)/1.18 var(--serif); letter-spacing: -.01em; text-wrap: balance; max-width: 26em; }
.mark {
  display: inline-block; padding: .05rem .6rem; border-radius: 99px; font-size: .8rem; font-weight: 600; line-height: 1.6;
  color: var(--quiet); background: var(--sunk);
}
.mark[data-access='open'], .mark[data-mark='newest'], .mark[data-doi='registered'], .mark[data-state='done'] { color: var(--accent); background: var(--accent-wash); }
.mark[data-access='embargoed'], .mark[data-access='restricted'], .mark[data-access='closed'], .mark[data-doi='pending'],
.mark[data-doi='reserved'], .mark[data-state='inprogress'], .mark[data-severity='warning'] { color: var(--warn); background: var(--warn-wash); }
.mark[data-severity='error'] { color: var(--error); background: var(--error-wash); }
.mark[data-severity='note'] { color: var(--note); background: var(--note-wash); }
.people { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: .9rem 1.5rem; }
.record-header .people { margin-top: 1.25rem; }
.person { display: flex; flex-direction: column; align-items: flex-start; padding-left: .8rem; border-left: 2px solid var(--line); line-height: 1.4; }
.person-name { font-weight: 600; }
.person-role, .person-affiliation { color: var(--quiet); font-size: .9rem; }
.identifier { font-family: var(--mono); font-size: .8rem; color: var(--quiet); }
a.identifier { color: var(--accent); }
.record-columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; }
@media (min-width: 60rem) {
  .record-columns { grid-template: 'body identity' auto 'body terms' 1fr / minmax(0, 1fr) 20rem; column-gap: 3rem; }
  .record-identity { grid-area: identity; }
  .record-terms { grid-area: terms; }
  .record-body { grid-area: body; }
}
.record-identity, .record-terms { display: flex; flex-direction: column; gap: 1rem; }
.part:first-child { border-top: 0; padding-top: .5rem; }
.part { padding-block: 1.75rem; border-top: 1px solid var(--line); }
.part > h2, .panel > h2, .finding-summary > h2 { font: 600 1.2rem/1.3 var(--serif); margin-bottom: .8rem; }
.panel { background: var(--sheet); border: 1px solid var(--line); border-radius: var(--radius); padding: 1.1rem 1.25rem; box-shadow: var(--shadow); }
.panel > h2 { font-size: 1.05rem; margin-bottom: .6rem; }
.plain { list-style: none; display: grid; gap: .35rem; }
.tags { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem; }
.tags li { background: var(--sunk); border-radius: 6px; padding: .15rem .6rem; font-size: .9rem; }
.tags li:has(a) { padding: 0; }
.tags a { display: inline-block; padding: .15rem .6rem; }
.facts { display: grid; gap: .8rem; }
.facts dt { color: var(--quiet); font-size: .85rem; }
.facts dd .quiet { display: block; font-size: .85rem; }
.doi { font-family: var(--mono); font-size: .9rem; }
.doi-state { margin-bottom: .6rem; }
.badge { display: block; max-width: 100%; margin-bottom: .9rem; }
.references { padding-left: 1.4rem; display: grid; gap: .5rem; }
.more { margin-top: 1rem; }
.more > summary { cursor: pointer; color: var(--accent); font-size: .9rem; padding-block: .35rem; }
.more > .people { margin-top: .8rem; }
`;
