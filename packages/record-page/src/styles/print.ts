/** On paper: no controls, and addresses that a reader cannot click are written out. */
export const printStyles = `
@media print {
  :root { --ground: #fff; --shadow: none; }
  .masthead, .skip, .button, .choices, .only-differences, .more > summary { display: none; }
  .record-columns { display: block; }
  .panel, .citation, .outcome, .finding { break-inside: avoid; }
  .part a[href^='http']::after { content: ' (' attr(href) ')'; font-size: .8em; }
}
`;
