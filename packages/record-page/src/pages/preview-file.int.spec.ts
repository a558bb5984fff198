import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from '@jest/globals';
import { describeInBrowser } from '../testing/browser-suite.js';
import { samplePages } from '../testing/sample-pages.js';

describeInBrowser('the preview as a file', {}, ({ context }) => {
  it('when it is opened from disk, it is whole: styles, script and badge work, and nothing is asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'record-page-file-'));
    const file = join(folder, 'preview.html');
    writeFileSync(file, samplePages['/preview'] ?? '');
    const page = await context().newPage();
    const told: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    page.on('pageerror', (error) => told.push(error.message));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await page.getByRole('button', { name: 'Theme: System' }).click();
    await page.getByRole('radio', { name: 'BibTeX' }).check();
    expect(await page.locator('.citation:visible').count()).toBe(1);
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('light');
    expect(
      await page.evaluate('getComputedStyle(document.querySelector(".outcomes")).display'),
    ).toBe('grid');
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(file).href]);
    expect(told).toEqual([]);
    await page.close();
    rmSync(folder, { recursive: true });
  });
});
