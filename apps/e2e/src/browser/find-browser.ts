import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const reason =
  'No Chromium was found: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.';

/**
 * Path of a Chromium; `CHROMIUM_PATH` goes first. Null, and told, where there is none: the caller skips.
 * Throws instead where NX_ZENODO_BROWSER_REQUIRED is set, so that a skip is never taken for a pass.
 */
export function findBrowser(): string | null {
  const wished = process.env['CHROMIUM_PATH'];
  const found = [...(wished === undefined ? [] : [wished]), ...places].find(existsSync);
  if (found !== undefined) return found;
  if ((process.env['NX_ZENODO_BROWSER_REQUIRED'] ?? '') !== '') throw new Error(reason);
  process.stderr.write(`Record pages in a browser: not run. ${reason}\n`);
  return null;
}
