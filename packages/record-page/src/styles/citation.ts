/** Citations, snippets, versions. */
export const citationStyles = `
.choices { border: 0; display: flex; flex-wrap: wrap; gap: .4rem; margin-bottom: .9rem; }
.choice { position: relative; cursor: pointer; }
.choice input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
.choice span { display: block; padding: .3rem .85rem; border: 1px solid var(--strong-line); border-radius: 99px; font-size: .9rem; }
.choice:hover span { border-color: var(--accent); }
.choice input:checked + span { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
.choice input:focus-visible + span { outline: 3px solid var(--accent); outline-offset: 2px; }
.citation { background: var(--sheet); border: 1px solid var(--line); border-radius: var(--radius); padding: 1rem 1.25rem; box-shadow: var(--shadow); }
.citation + .citation { margin-top: .75rem; }
.citation-style { font: 600 .85rem/1.4 var(--sans); color: var(--quiet); }
[data-citations='chosen'] .citation-style { display: none; }
.citation-text { white-space: pre-wrap; font: 400 1.05rem/1.55 var(--serif); margin-bottom: .9rem; max-width: 68ch; }
.citation-text[data-preformatted] { font: 400 .85rem/1.6 var(--mono); max-width: none; }
.snippet { display: grid; gap: .3rem; margin-top: .8rem; justify-items: start; }
.snippet-label { font-size: .85rem; color: var(--quiet); }
.snippet-text { width: 100%; white-space: pre-wrap; background: var(--sunk); border-radius: 6px; padding: .5rem .7rem; font-size: .78rem; }
[data-copied='yes'] { border-color: var(--accent); color: var(--accent); }
[data-copied='yes']::after { content: '✓'; }
.versions { list-style: none; position: relative; }
.version { position: relative; padding: .35rem 0 .6rem 1.4rem; line-height: 1.4; }
.version::before { content: ''; position: absolute; left: .3rem; top: .75rem; width: .55rem; height: .55rem; border-radius: 50%; border: 2px solid var(--strong-line); background: var(--sheet); z-index: 1; }
.version[data-this]::before { background: var(--accent); border-color: var(--accent); }
.version + .version::after { content: ''; position: absolute; left: .62rem; bottom: calc(100% - .75rem); height: calc(100% - .6rem); border-left: 2px solid var(--line); }
.version[data-this] > a { font-weight: 600; color: var(--ink); text-decoration: none; }
.version-date, .version .identifier { display: block; color: var(--quiet); font-size: .85rem; }
.version .identifier { font-size: .78rem; }
`;
