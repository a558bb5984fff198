/** Shows one citation at a time, by the style that is chosen. */
export const citationsScript = `
function wireCitations() {
  for (const panel of document.querySelectorAll('[data-citations]')) {
    const choices = panel.querySelector('[data-citation-choices]');
    if (!choices) continue;
    const inputs = [...choices.querySelectorAll('input')];
    const show = () => {
      for (const input of inputs) document.getElementById(input.dataset.shows).hidden = !input.checked;
    };
    choices.addEventListener('change', show);
    panel.dataset.citations = 'chosen';
    choices.hidden = false;
    show();
  }
}
`;
