import { expect, it } from '@jest/globals';
import { axeViolations } from '../testing/axe.js';
import { describeInBrowser } from '../testing/browser-suite.js';
import { samplePages } from '../testing/sample-pages.js';

const settings = [
  { name: 'in light', colorScheme: 'light', width: 1280 },
  { name: 'in dark', colorScheme: 'dark', width: 1280 },
  { name: 'on a phone', colorScheme: 'light', width: 375 },
] as const;

describeInBrowser('pages in a browser', samplePages, ({ context, origin }) => {
  for (const path of Object.keys(samplePages)) {
    it.each(settings)(
      `when ${path} is shown $name, axe finds nothing and nothing sticks out`,
      async ({ colorScheme, width }) => {
        const page = await context().newPage();
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(origin() + path);
        expect(await axeViolations(page)).toEqual([]);
        expect(
          await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'),
        ).toBe(true);
        await page.close();
      },
    );
  }

  it('when every page is visited, no request leaves its origin, and the policy has nothing to refuse', async () => {
    const page = await context().newPage();
    const asked: string[] = [];
    const told: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => told.push(message.text()));
    page.on('pageerror', (error) => told.push(error.message));
    for (const path of Object.keys(samplePages)) await page.goto(origin() + path);
    const strangers = asked.filter((url) => !url.startsWith(origin()) && !url.startsWith('data:'));
    expect(strangers).toEqual([]);
    expect(told).toEqual([]);
    expect(asked.filter((url) => url.startsWith(origin()))).toHaveLength(
      Object.keys(samplePages).length,
    );
    await page.close();
  });
});
