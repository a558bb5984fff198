/** Copying by button, with the outcome told in the page's live region. */
export const copyScript = `
function say(text) {
  const live = document.querySelector('[data-live]');
  if (!live) return;
  live.textContent = '';
  setTimeout(() => { live.textContent = text; }, 30);
}
function selectText(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}
async function copyText(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    selectText(element);
    return document.execCommand('copy');
  }
}
function wireCopy() {
  for (const button of document.querySelectorAll('[data-copy]')) {
    const target = document.getElementById(button.dataset.copy);
    if (!target) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const done = await copyText(target);
      button.dataset.copied = done ? 'yes' : 'no';
      say(button.dataset.copyWhat + (done ? ' copied.' : ' is selected: copy it with the keyboard.'));
      setTimeout(() => { delete button.dataset.copied; }, 1600);
    });
  }
}
`;
