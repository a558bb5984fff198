/** The ground of every page: text, links, focus, what only screen readers read. */
export const ground = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 400 1rem/1.6 var(--sans); overflow-wrap: anywhere;
}
[hidden] { display: none !important; }
h1, h2, h3, p, ul, ol, dl, dd, pre, fieldset { margin: 0; padding: 0; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: 2px; }
code, pre { font-family: var(--mono); font-size: .875em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
main:focus, h1:focus, h2:focus, [id^='at-']:focus { outline: none; }
.icon { flex: none; }
.unseen {
  position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.skip {
  position: absolute; left: 1rem; top: -5rem; z-index: 2; padding: .6rem 1rem;
  background: var(--accent); color: var(--accent-ink); border-radius: 0 0 var(--radius) var(--radius);
}
.skip:focus { top: 0; }
.quiet, .nothing { color: var(--quiet); }
.button {
  display: inline-flex; align-items: center; justify-content: center; gap: .45rem; min-height: 2.5rem; padding: .35rem .9rem;
  border: 1px solid var(--accent); border-radius: var(--radius); background: var(--accent); color: var(--accent-ink);
  font: 500 .9rem/1.2 var(--sans); text-decoration: none; cursor: pointer; white-space: nowrap; overflow-wrap: normal;
}
.quiet-button { background: transparent; color: var(--ink); border-color: var(--strong-line); }
.quiet-button:hover { border-color: var(--accent); color: var(--accent); }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;
