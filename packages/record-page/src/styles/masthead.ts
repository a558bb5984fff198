/** The notice band, the masthead and the footer. */
export const mastheadStyles = `
.notice {
  padding: .5rem 1.25rem; color: var(--warn); font-size: .875rem; text-align: center;
  background: repeating-linear-gradient(-45deg, var(--warn-wash) 0 14px, var(--ground) 14px 28px);
  border-bottom: 1px solid var(--line);
}
.notice p { display: inline-block; padding: .1rem .75rem; background: var(--warn-wash); border-radius: 99px; }
.masthead { background: var(--sheet); border-bottom: 1px solid var(--line); }
.masthead-inner, main, .page-footer { max-width: 74rem; margin-inline: auto; padding-inline: 1.25rem; }
.masthead-inner { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.25rem; padding-block: .75rem; }
.home { display: inline-flex; align-items: center; gap: .6rem; color: var(--ink); font: 600 1.15rem/1.2 var(--serif); text-decoration: none; min-height: 2.5rem; }
.home .icon { width: 1.6rem; height: 1.6rem; color: var(--accent); }
.search { display: flex; flex: 1 1 16rem; max-width: 28rem; gap: .4rem; }
.search input {
  flex: 1; min-width: 0; min-height: 2.5rem; padding: .35rem .8rem; color: var(--ink); background: var(--ground);
  border: 1px solid var(--strong-line); border-radius: var(--radius); font: inherit; font-size: .95rem;
}
.search input::placeholder { color: var(--quiet); opacity: 1; }
.masthead-nav { display: flex; flex-wrap: wrap; gap: .5rem; margin-left: auto; }
main { padding-block: 2rem 4rem; }
.page-footer { padding-bottom: 3rem; color: var(--quiet); font-size: .875rem; position: relative; }
.page-footer p:first-child { padding-top: 1.5rem; border-top: 1px solid var(--line); }
`;
