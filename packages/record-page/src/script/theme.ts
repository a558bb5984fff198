/**
 * The choice between light, dark and the system's scheme. It is kept where storage may be used; where it is
 * forbidden (sandboxed frames, files on disk, blocked cookies throw on access) the choice lasts for the page.
 */
export const themeScript = `
const themes = { auto: 'System', light: 'Light', dark: 'Dark' };
const storageKey = 'nx-zenodo-theme';
const readTheme = () => { try { return localStorage.getItem(storageKey); } catch { return null; } };
const keepTheme = (theme) => { try { localStorage.setItem(storageKey, theme); } catch { /* for this page only */ } };
const root = document.documentElement;
const kept = readTheme();
root.dataset.theme = Object.hasOwn(themes, kept ?? '') ? kept : 'auto';
function wireTheme() {
  const button = document.querySelector('[data-theme-toggle]');
  if (!button) return;
  const label = button.querySelector('[data-theme-label]');
  const show = () => { label.textContent = 'Theme: ' + themes[root.dataset.theme]; };
  button.addEventListener('click', () => {
    const names = Object.keys(themes);
    const next = names[(names.indexOf(root.dataset.theme) + 1) % names.length];
    root.dataset.theme = next;
    keepTheme(next);
    show();
  });
  show();
  button.hidden = false;
}
`;
