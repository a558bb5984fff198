import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of a Chromium on this machine; `CHROMIUM_PATH` goes first. Null where there is none. */
export function findBrowser(): string | null {
  const wished = process.env['CHROMIUM_PATH'];
  return [...(wished === undefined ? [] : [wished]), ...places].find(existsSync) ?? null;
}

/** True where a missing browser is an error and no reason to skip: set `NX_ZENODO_BROWSER_REQUIRED`. */
export function isBrowserRequired(): boolean {
  return (process.env['NX_ZENODO_BROWSER_REQUIRED'] ?? '') !== '';
}

/** What a test says when it cannot run. */
export const noBrowserReason =
  'No Chromium was found: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.';

/** A browser with a profile of its own, and the way to end it, which removes the profile. */
export interface RunningBrowser {
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}

/** Starts the browser at the path in a fresh profile that knows nothing. */
export async function startBrowser(executablePath: string): Promise<RunningBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'record-page-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: flags,
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { context, close };
}
