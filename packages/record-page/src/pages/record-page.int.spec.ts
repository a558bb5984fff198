import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../testing/browser-suite.js';
import { samplePages } from '../testing/sample-pages.js';

const focused = (page: Page) =>
  page.evaluate<string>(`(() => { const e = document.activeElement;
    return e.id || e.value || e.textContent.trim().replace(/\\s+/g, ' '); })()`);

const theme = (page: Page) => page.evaluate<string>('document.documentElement.dataset.theme');

describeInBrowser('the record page in a browser', samplePages, ({ context, origin }) => {
  const open = async (path = '/record') => {
    const page = await context().newPage();
    await page.goto(origin() + path);
    return page;
  };

  it('when the first key is Tab, it offers to skip to the content, and Enter does', async () => {
    const page = await open();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.locator('main:focus').waitFor();
    await page.close();
  });

  it('when only Tab is used, every link and control is reached once, in reading order', async () => {
    const page = await open();
    const reachable = await page.evaluate<number>(
      `[...document.querySelectorAll('a[href], button, summary, input, [tabindex="0"]')]
        .filter((e) => e.checkVisibility() && (e.type !== 'radio' || e.checked)).length`,
    );
    const seen: string[] = [];
    for (let i = 0; i < reachable; i += 1) {
      await page.keyboard.press('Tab');
      await page.evaluate(`document.activeElement.dataset.seen = 'yes'`);
      seen.push(await focused(page));
    }
    expect(await page.evaluate(`document.querySelectorAll('[data-seen]').length`)).toBe(reachable);
    expect(seen.indexOf('Cite')).toBeLessThan(seen.indexOf('apa'));
    await page.close();
  });

  it('when another citation style is chosen by arrow key, that citation alone is shown', async () => {
    const page = await open();
    const shown = () => page.locator('.citation:visible pre').allTextContents();
    expect(await shown()).toEqual([expect.stringContaining('Carberry, J., & Meitner, L. (2026)')]);
    await page.getByRole('radio', { name: 'APA' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await shown()).toEqual([expect.stringMatching(/^@software\{[^]*\n\}$/)]);
    await page.close();
  });

  it('when a citation is copied, the clipboard holds it whole, and a live region says so', async () => {
    await context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: origin() });
    const page = await open();
    await page.getByRole('radio', { name: 'BibTeX' }).check();
    await page.getByRole('button', { name: 'Copy BibTeX citation' }).click();
    await page.locator('[role=status]', { hasText: 'BibTeX citation copied.' }).waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied.startsWith('@software{carberry_2026_1204,\n')).toBe(true);
    await page.close();
  });

  it('when the clipboard is refused, the text is selected and copied the old way', async () => {
    const page = await context().newPage();
    await page.addInitScript(
      `Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error()) } })`,
    );
    await page.goto(`${origin()}/record`);
    await page.getByRole('button', { name: 'Copy DOI' }).click();
    await page.locator('[role=status]', { hasText: 'DOI' }).waitFor();
    expect(await page.evaluate('getSelection().toString()')).toBe('10.5072/zenodo.1204');
    await page.close();
  });

  it('when the theme is chosen, it is kept for the next page', async () => {
    const page = await open();
    await page.emulateMedia({ colorScheme: 'light' });
    const button = page.getByRole('button', { name: 'Theme' });
    await button.click();
    await button.click();
    expect(await theme(page)).toBe('dark');
    await page.goto(`${origin()}/uploads`);
    expect(await theme(page)).toBe('dark');
    expect(await page.evaluate(`getComputedStyle(document.body).colorScheme`)).toBe('dark');
    await page.getByRole('button', { name: 'Theme: Dark' }).click();
    expect(await theme(page)).toBe('auto');
    await page.close();
  });

  it('when storage is forbidden, the theme can still be chosen, and nothing throws', async () => {
    const page = await context().newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(
      `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })`,
    );
    await page.goto(`${origin()}/record`);
    await page.getByRole('button', { name: 'Theme: System' }).click();
    expect(await theme(page)).toBe('light');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('when a finding of the summary is followed, the field it belongs to is on the screen', async () => {
    const page = await open('/draft');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByRole('link', { name: 'NZ3050' }).click();
    const place = await page.evaluate<number>(
      `document.getElementById('at-description').getBoundingClientRect().top / innerHeight`,
    );
    expect(place).toBeGreaterThanOrEqual(0);
    expect(place).toBeLessThan(1);
    await page.close();
  });

  it('when fields that agree are hidden in the preview, only those that differ are left', async () => {
    const page = await open('/preview');
    await page.getByRole('checkbox', { name: /Hide/ }).check();
    const left = await page.locator('.comparison tbody tr:visible th').allTextContents();
    expect(left.map((text) => text.trim().split(/\s{2,}/)[0])).toEqual(
      expect.arrayContaining(['Keywords', 'Files']),
    );
    expect(left.some((text) => text.includes('Title'))).toBe(false);
    await page.close();
  });
});
