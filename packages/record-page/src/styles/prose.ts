/** Text of the record's author: description, notes, method. */
export const prose = `
.part[aria-labelledby='at-description'] .part-content, .part[aria-labelledby='at-notes'] .part-content,
.part[aria-labelledby='at-method'] .part-content { max-width: 40rem; font-family: var(--serif); font-size: 1.075rem; line-height: 1.65; }
.part-content > * + * { margin-top: .9em; }
.part-content :is(h3, h4, h5, h6) { font: 600 1.05rem/1.35 var(--sans); margin: 1.4em 0 .3em; }
.part-content :is(ul, ol):not([class]) { padding-inline-start: 1.4em; }
.part-content :is(p, ul, ol, blockquote, pre) + :is(p, ul, ol, blockquote, pre):not([class]) { margin-top: .9em; }
.part-content blockquote { margin-inline: 0; padding-inline-start: 1em; border-inline-start: 3px solid var(--line); color: var(--quiet); }
.part-content pre:not([class]) { overflow-x: auto; padding: .8rem 1rem; background: var(--sunk); border-radius: var(--radius); }
.part-content table[tabindex] { display: block; overflow-x: auto; border-collapse: collapse; overflow-wrap: normal; }
.part-content table[tabindex] :is(td, th) { border: 1px solid var(--line); padding: .3em .6em; }
`;
