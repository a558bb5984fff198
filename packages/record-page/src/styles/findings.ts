/** Findings, and the summary that leads to them. */
export const findingStyles = `
.findings { list-style: none; display: grid; gap: .5rem; margin: .6rem 0 .9rem; }
#at-creators + .findings { margin-top: 1.2rem; }
.finding { --tone: var(--note); --wash: var(--note-wash); background: var(--wash); border-left: 4px solid var(--tone); border-radius: 4px var(--radius) var(--radius) 4px; padding: .65rem 1rem; font-family: var(--sans); font-size: .92rem; line-height: 1.5; }
.finding[data-severity='error'] { --tone: var(--error); --wash: var(--error-wash); }
.finding[data-severity='warning'] { --tone: var(--warn); --wash: var(--warn-wash); }
.finding-severity { color: var(--tone); margin-right: .3em; }
.finding-place { font-family: var(--mono); font-size: .8rem; margin-top: .2rem; }
.finding-place code { font-size: 1em; margin-right: .8em; }
.finding-summary { background: var(--sheet); border: 1px solid var(--line); border-radius: var(--radius); padding: 1.1rem 1.4rem; margin-bottom: 2rem; box-shadow: var(--shadow); }
.sums { display: flex; flex-wrap: wrap; gap: .4rem; }
.jumps { list-style: none; margin-top: .6rem; font-size: .92rem; display: grid; gap: .2rem; }
.jumps li { padding-left: .9rem; border-left: 3px solid var(--note); }
.jumps li[data-severity='error'] { border-color: var(--error); }
.jumps li[data-severity='warning'] { border-color: var(--warn); }
.jumps a { color: var(--ink); display: inline-block; padding-block: .15rem; }
`;
