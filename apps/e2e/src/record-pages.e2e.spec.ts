import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Download, Page } from 'playwright-core';
import { axeViolations } from './browser/axe-violations.js';
import { findBrowser } from './browser/find-browser.js';
import { openBrowser } from './browser/open-browser.js';
import type { OpenBrowser } from './browser/open-browser.js';
import { firstFiles, hostile, metadata, publishRecordPages } from './browser/record-pages.js';
import type { RecordPages } from './browser/record-pages.js';

const executable = findBrowser();
// A machine without a browser can test all else; in CI NX_ZENODO_BROWSER_REQUIRED makes findBrowser throw.
const inBrowser = executable === null ? describe.skip : describe;

let zenodo: RecordPages;
let browser: OpenBrowser;
beforeAll(async () => {
  if (executable === null) return;
  zenodo = await publishRecordPages();
  browser = await openBrowser(executable);
});
afterAll(async () => {
  await browser?.close();
  await zenodo?.close();
});

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const pageOf = ({ links }: RecordPages['first']) => links['html'] ?? '';

async function onPage<Value>(url: string, look: (page: Page) => Promise<Value>): Promise<Value> {
  const page = await browser.context.newPage();
  try {
    await page.goto(url);
    return await look(page);
  } finally {
    await page.close();
  }
}

async function download(page: Page, act: () => Promise<void>): Promise<Download> {
  const [started] = await Promise.all([page.waitForEvent('download'), act()]);
  return started;
}

inBrowser('a published record in a browser', () => {
  it('when the printed address is opened, it shows the record that was published', async () => {
    expect(pageOf(zenodo.first)).toBe(`${zenodo.url}/records/${zenodo.first.id}`);
    await onPage(pageOf(zenodo.first), async (page) => {
      expect(await page.locator('h1').textContent()).toContain(metadata.title);
      expect(await page.title()).toContain(metadata.title);
      const text = await page.locator('main').innerText();
      for (const word of ['Carberry, Josiah', 'Noether, Emmy', zenodo.first.doi, 'rain.csv']) {
        expect(text).toContain(word);
      }
      const orcid = page.locator('a[href="https://orcid.org/0000-0002-1825-0097"]');
      expect(await orcid.count()).toBeGreaterThan(0);
      expect(await page.locator('.record em').first().textContent()).toBe('38');
      const jsonLd = await page.locator('script[type="application/ld+json"]').textContent();
      expect(JSON.parse(jsonLd ?? '')).toMatchObject({ name: metadata.title, version: '1.0.0' });
    });
  });

  it.each(Object.keys(firstFiles))(
    'when %s is downloaded, it is the file that was uploaded',
    async (key) => {
      await onPage(pageOf(zenodo.first), async (page) => {
        const link = page.locator('[data-download]', { hasText: key });
        const got = await download(page, () => link.click());
        expect(got.suggestedFilename()).toBe(key);
        const bytes = readFileSync(await got.path());
        expect(sha256(bytes)).toBe(sha256(firstFiles[key] ?? ''));
      });
    },
  );

  it('when another citation style is chosen, that citation alone is shown', async () => {
    await onPage(pageOf(zenodo.first), async (page) => {
      const shown = () => page.locator('.citation:visible pre').allTextContents();
      expect(await shown()).toEqual([
        expect.stringMatching(/Carberry, J\., & Noether, E\. \(2026\)/),
      ]);
      await page.getByRole('radio', { name: 'BibTeX' }).check();
      expect(await shown()).toEqual([expect.stringMatching(/^@dataset\{[^]*\}$/)]);
      await page.getByRole('radio', { name: 'Vancouver' }).check();
      expect(await shown()).toEqual([expect.stringMatching(/Carberry J, Noether E/)]);
    });
  });

  it('when the concept DOI is followed from an old version, it leads to the newest', async () => {
    await onPage(pageOf(zenodo.first), async (page) => {
      expect(await page.locator('[data-banner=older]').innerText()).toContain('2.0.0');
      await page.getByRole('link', { name: zenodo.first.conceptdoi, exact: true }).click();
      await page.waitForURL(pageOf(zenodo.second));
      const newest = page.locator('.version', { hasText: '2.0.0' });
      expect(await newest.locator('[data-mark=newest]').count()).toBe(1);
      expect(await page.locator('[data-banner=older]').count()).toBe(0);
      // A new version begins with the files of the former one.
      const keys = await page
        .locator('[data-download]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('data-download')));
      expect(keys.sort()).toEqual(['READ ME.txt', 'rain-2.csv', 'rain.csv']);
    });
  });

  it('when its badge is loaded, it is a picture that names the DOI', async () => {
    await onPage(pageOf(zenodo.second), async (page) => {
      const drawn = `(async () => { const e = document.querySelector('img.badge'); await e.decode(); return e.naturalWidth; })()`;
      expect(await page.evaluate<number>(drawn)).toBeGreaterThan(80);
      const address = await page.locator('#badge-address').textContent();
      const answer = await page.goto(address ?? '');
      expect(answer?.headers()['content-type']).toMatch(/^image\/svg\+xml/);
      expect(await page.evaluate('document.documentElement.tagName')).toBe('svg');
      expect(await page.evaluate('document.documentElement.textContent')).toContain(
        zenodo.second.doi,
      );
    });
  });

  it('when only the keyboard is used, the content is skipped to, a file saved, a style chosen', async () => {
    await onPage(pageOf(zenodo.first), async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('main:focus').waitFor();
      const focused = (attribute: string) =>
        page.evaluate<string | null>(`document.activeElement.getAttribute('${attribute}')`);
      const tabTo = async (attribute: string, value: string) => {
        for (let keys = 0; keys < 80; keys += 1) {
          await page.keyboard.press('Tab');
          if ((await focused(attribute)) === value) return;
        }
        throw new Error(`Tab never reaches ${attribute}=${value}.`);
      };
      await tabTo('data-download', 'rain.csv');
      const got = await download(page, () => page.keyboard.press('Enter'));
      expect(got.suggestedFilename()).toBe('rain.csv');
      await tabTo('name', 'citation-style');
      await page.keyboard.press('ArrowRight');
      expect(await focused('value')).not.toBe('apa');
      expect(await page.locator('.citation:visible').count()).toBe(1);
    });
  });
});

inBrowser('a draft in a browser', () => {
  it('when the uploads are listed, draft and records are there, and the draft can be opened', async () => {
    await onPage(`${zenodo.url}/me/uploads`, async (page) => {
      const titles = await page.locator('.card-title').allInnerTexts();
      expect(titles).toEqual(expect.arrayContaining(['A draft of snow', metadata.title]));
      await page.getByRole('link', { name: 'A draft of snow' }).click();
      await page.waitForURL(`${zenodo.url}/uploads/${zenodo.draft.id}`);
      expect(await page.locator('h1').textContent()).toContain('A draft of snow');
      expect(await page.locator('main').innerText()).toContain('snow.csv');
    });
  });
});

inBrowser('a record that holds scripts', () => {
  it('when it is opened, all of it is text, and nothing of it runs or is refused', async () => {
    const before = browser.complaints.length;
    await onPage(pageOf(zenodo.hostile), async (page) => {
      expect(await page.locator('h1').innerText()).toContain('<script>');
      expect(await page.title()).toContain('</title><script>');
      const file = page.locator('[data-download]');
      expect(await file.innerText()).toContain(hostile.key);
      expect(await page.locator('main').innerText()).toContain('Kept words.');
      expect(
        await page.locator('main [onclick], main script, a[href^="javascript:"]').count(),
      ).toBe(0);
      const got = await download(page, () => file.click());
      expect(readFileSync(await got.path(), 'utf8')).toBe('harmless\n');
      expect(await page.evaluate('window.pwned')).toBeUndefined();
    });
    for (const path of [
      '/me/uploads',
      '/search?q=Rain',
      `/search?q=${encodeURIComponent(hostile.key)}`,
    ]) {
      await onPage(zenodo.url + path, async (page) => {
        expect(await page.locator('h1').count()).toBe(1);
        expect([path, await page.evaluate('window.pwned')]).toEqual([path, undefined]);
      });
    }
    expect(browser.complaints.slice(before)).toEqual([]);
  });

  it('when a script is put into a page in spite of that, its policy refuses it', async () => {
    await onPage(pageOf(zenodo.hostile), async (page) => {
      await page.evaluate(`(() => { const e = document.createElement('script');
        e.textContent = "window.pwned = 'inserted'"; document.body.append(e); })()`);
      expect(await page.evaluate('window.pwned')).toBeUndefined();
    });
  });
});

const views = [
  ['light', { colorScheme: 'light', width: 1280 }],
  ['dark', { colorScheme: 'dark', width: 1280 }],
  ['on a phone', { colorScheme: 'light', width: 375 }],
] as const;
const livePages: readonly (readonly [string, () => string])[] = [
  ['the newest version', () => pageOf(zenodo.second)],
  ['an older version', () => pageOf(zenodo.first)],
  ['a record that holds scripts', () => pageOf(zenodo.hostile)],
  ['a draft', () => `${zenodo.url}/uploads/${zenodo.draft.id}`],
  ['the uploads', () => `${zenodo.url}/me/uploads`],
  ['the page for a new upload', () => `${zenodo.url}/uploads/new`],
  ['the front page', () => `${zenodo.url}/`],
  ['the search', () => `${zenodo.url}/search?q=rain`],
  ['a page that is not there', () => `${zenodo.url}/records/999999`],
];

inBrowser.each(livePages)('the live page: %s', (_name, address) => {
  it.each(views)('when it is seen %s, axe finds nothing and it fits', async (_view, look) => {
    const page = await browser.context.newPage();
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await page.setViewportSize({ width: look.width, height: 800 });
    await page.goto(address());
    expect(await axeViolations(page)).toEqual([]);
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate<number>(overflow)).toBe(0);
    await page.close();
  });

  it('when it is sent, its policy allows nothing from elsewhere', async () => {
    const answer = await fetch(address(), { headers: { Accept: 'text/html' } });
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-|https?:|\*/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

inBrowser('the pages together', () => {
  it('when all of them were looked at, none asked anybody else for anything', () => {
    const asked = browser.requested.filter((url) => !/^(data|blob|chrome-error|about):/.test(url));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((url) => !url.startsWith(`${zenodo.url}/`))).toEqual([]);
  });
});
