import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import type { BrowserContext } from 'playwright-core';
import { findBrowser, isBrowserRequired, noBrowserReason, startBrowser } from './browser.js';
import type { RunningBrowser } from './browser.js';
import { servePages } from './page-server.js';
import type { PageServer } from './page-server.js';

/** What the tests of a browser suite work with; both exist once the suite runs. */
export interface BrowserSuite {
  readonly context: () => BrowserContext;
  readonly origin: () => string;
}

/** A describe block with a browser and the pages on loopback; told and skipped where there is no browser. */
export function describeInBrowser(
  name: string,
  pages: Readonly<Record<string, string>>,
  tests: (suite: BrowserSuite) => void,
): void {
  const executable = findBrowser();
  if (executable === null && isBrowserRequired()) throw new Error(`${name}: ${noBrowserReason}`);
  if (executable === null) {
    process.stderr.write(`${name}: not run. ${noBrowserReason}\n`);
    // A machine without a browser can test all else; CI sets NX_ZENODO_BROWSER_REQUIRED and fails above.
    describe.skip(name, () => tests({ context: never, origin: never }));
    return;
  }
  // A browser on a busy machine takes its time; a test that hangs still ends.
  jest.setTimeout(60_000);
  describe(name, () => {
    let running: RunningBrowser | undefined;
    let server: PageServer | undefined;
    beforeAll(async () => {
      server = await servePages(pages);
      running = await startBrowser(executable);
    });
    afterAll(async () => {
      await running?.close();
      await server?.close();
    });
    tests({
      context: () => running?.context ?? never(),
      origin: () => server?.origin ?? never(),
    });
  });
}

function never(): never {
  throw new Error('The browser suite is not running.');
}
