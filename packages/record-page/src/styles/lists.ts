/** Upload list, search, banners, errors. */
export const listStyles = `
.list-header { margin-bottom: 1.5rem; }
.list-header h1, .error-page h1 { font: 600 clamp(1.6rem, 1.2rem + 1.6vw, 2.25rem)/1.2 var(--serif); }
.cards { list-style: none; display: grid; gap: .9rem; }
.card { background: var(--sheet); border: 1px solid var(--line); border-radius: var(--radius); padding: 1.1rem 1.4rem; box-shadow: var(--shadow); }
.card .kicker { margin-bottom: .4rem; }
.card-title { font: 600 1.25rem/1.3 var(--serif); }
.card-title a { color: var(--ink); }
.card-title a:hover { color: var(--accent); }
.card-people, .excerpt { color: var(--quiet); margin-top: .3rem; }
.excerpt { max-width: 80ch; }
.card-facts { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem 1.1rem; margin-top: .6rem; font-size: .875rem; color: var(--quiet); }
.empty { padding: 3rem 1.5rem; text-align: center; color: var(--quiet); border: 1px dashed var(--strong-line); border-radius: var(--radius); }
.paging { display: flex; align-items: center; justify-content: center; gap: 1rem; margin-top: 2rem; }
.banner { background: var(--warn-wash); color: var(--ink); border-left: 4px solid var(--warn); border-radius: 4px var(--radius) var(--radius) 4px; padding: .8rem 1.1rem; margin-bottom: 1.5rem; }
.record > .banner { margin-bottom: 2.75rem; }
.banner .quiet { color: var(--ink); font-size: .875rem; }
.error-page { max-width: 44rem; }
.error-page h1 { margin-bottom: .6rem; }
.steps { display: grid; gap: 1.5rem; padding-left: 1.4rem; max-width: 60rem; }
.steps p { margin-bottom: .5rem; }
`;
