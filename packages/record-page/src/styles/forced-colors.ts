/** Where the system forces its colours, what a colour said is said by a line. */
export const forcedColorStyles = `
@media (forced-colors: active) {
  .mark, .button, .tab { border: 1px solid; }
  .choice input:checked + span { outline: 2px solid; outline-offset: -4px; }
  .version[data-this]::before { background: CanvasText; }
  .other-line { border-left: 3px solid; }
}
`;
