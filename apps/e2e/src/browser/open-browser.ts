import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A browser that knows nothing, and every address that its pages asked for. */
export interface OpenBrowser {
  readonly context: BrowserContext;
  readonly requested: readonly string[];
  /** Scripts that the policy of a page refused, and errors of its own script. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Starts the browser at the path with a fresh profile. */
export async function openBrowser(executablePath: string): Promise<OpenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'e2e-browser-'));
  const options = { executablePath, headless: true, args: flags, acceptDownloads: true };
  const context = await chromium.launchPersistentContext(profile, options);
  const requested: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => void requested.push(request.url()));
  context.on('weberror', (error) => void complaints.push(String(error.error())));
  context.on('console', (message) => {
    // An answer of 400 or 404 is told too; what a page answers is not the browser's complaint.
    const isStatus = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isStatus) complaints.push(message.text());
  });
  return {
    context,
    requested,
    complaints,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
