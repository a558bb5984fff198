// Holds the built site: node tools/docs/site/check.mjs FOLDER. Every link and anchor leads somewhere; in a browser no
// page asks anybody outside, every kind of page passes axe in dark and light and on a phone, and the search is found
// and followed with the keyboard alone. SCREENSHOTS=folder keeps what was seen.
import {
  createReadStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, posix } from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const folder = process.argv[2] ?? 'dist/site';
const wrong = [];
const check = (holds, what) => void (holds || wrong.push(what));
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = [process.env.CHROMIUM_PATH, ...places].find(
  (path) => path && existsSync(path),
);

const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html'));
checkLinks();
if (executablePath !== undefined) await checkInBrowser();
else if (process.env.NX_ZENODO_BROWSER_REQUIRED) throw new Error('no Chromium was found');
else
  console.error('site: not looked at in a browser, because no Chromium was found (CHROMIUM_PATH)');
for (const line of wrong) console.error(`✗ ${line}`);
console.log(
  `site: ${pages.length} pages, ${wrong.length === 0 ? 'all links lead somewhere, axe is content' : `${wrong.length} wrong`}`,
);
if (wrong.length > 0) process.exit(1);

function checkLinks() {
  const ids = new Map(
    pages.map((page) => [
      page,
      new Set([...read(page).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
    ]),
  );
  for (const page of pages) {
    for (const [, link] of read(page).matchAll(/(?:href|src)="([^"]+)"/g)) {
      if (/^(https?|mailto|data):/.test(link)) continue;
      const [path, anchor] = link.split('#');
      const target = path === '' ? page : posix.join(posix.dirname(page), path);
      check(existsSync(join(folder, target)), `${page}: ${link} leads nowhere`);
      check(
        anchor === undefined || ids.get(target)?.has(anchor),
        `${page}: ${link} names no heading`,
      );
    }
    check(
      !/(?:src|href)="https?:/.test(read(page).replace(/<a [^>]*>/g, '')),
      `${page}: takes something from outside`,
    );
  }
}

function read(page) {
  return readFileSync(join(folder, page), 'utf8');
}

async function checkInBrowser() {
  const server = createServer(answer);
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const profile = mkdtempSync(join(tmpdir(), 'docs-site-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  context.on('request', (request) => {
    const isOwn = request.url().startsWith(`${origin}/`) || request.url().startsWith('data:');
    check(isOwn, `${request.url()} was asked for`);
  });
  context.on('weberror', (error) => check(false, `script: ${error.error()}`));
  try {
    const page = await context.newPage();
    for (const name of kindsOfPages()) {
      for (const colorScheme of ['light', 'dark']) {
        for (const width of [1360, 390]) await look(page, origin, name, { colorScheme, width });
      }
    }
    await searchByKeyboard(page, origin);
  } finally {
    await context.close();
    server.closeAllConnections();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** One of each kind: text, tables, code, long tables, a list, an error. */
function kindsOfPages() {
  const error = pages.find((page) => page.startsWith('errors/NZ'));
  return [
    'index.html',
    'tutorial/first-record.html',
    'guides/troubleshooting.html',
    'explanation/trust.html',
    'reference/generators.html',
    'decisions/index.html',
    error,
  ];
}

async function look(page, origin, name, { colorScheme, width }) {
  const where = `${name} (${colorScheme}, ${width})`;
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`${origin}/${name}`);
  const { SCREENSHOTS } = process.env;
  if (SCREENSHOTS) {
    await page.screenshot({
      path: join(SCREENSHOTS, `${name.replace(/\W/g, '-')}-${colorScheme}-${width}.png`),
    });
  }
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > window.innerWidth,
  );
  check(!tooWide, `${where}: wider than the screen`);
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => (await globalThis.axe.run()).violations);
  for (const { id, nodes } of violations)
    check(false, `${where}: ${id} ${nodes[0].html.slice(0, 120)}`);
}

async function searchByKeyboard(page, origin) {
  await page.setViewportSize({ width: 1360, height: 900 });
  await page.goto(`${origin}/guides/sandbox.html`);
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement?.textContent);
  check(first === 'Skip to the text', `the first stop of the keyboard is ${first}`);
  await page.keyboard.press('/');
  await page.keyboard.type('embargo');
  await page.getByRole('option').first().waitFor();
  const { SCREENSHOTS } = process.env;
  if (SCREENSHOTS) await page.screenshot({ path: join(SCREENSHOTS, 'search.png') });
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => (await globalThis.axe.run()).violations);
  for (const { id, nodes } of violations)
    check(false, `search: ${id} ${nodes[0].html.slice(0, 120)}`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/restricted-and-embargo/, { timeout: 10_000 }).catch(() => undefined);
  check(
    page.url().includes('restricted-and-embargo'),
    `the search for embargo led to ${page.url()}`,
  );
}

function answer({ url }, response) {
  const path = join(folder, decodeURIComponent(new URL(url, 'http://localhost').pathname));
  const types = {
    '.html': 'text/html',
    '.css': 'text/css',
    '.js': 'text/javascript',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
  };
  if (!existsSync(path)) return void response.writeHead(404).end();
  response.writeHead(200, {
    'Content-Type': `${types[extname(path)] ?? 'text/plain'}; charset=utf-8`,
  });
  createReadStream(path).pipe(response);
}
