import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** Style, script and the library of the search, beside the pages. */
export function copyAssets(output) {
  const folder = join(output, 'assets');
  mkdirSync(folder, { recursive: true });
  cpSync(join(import.meta.dirname, 'assets'), folder, { recursive: true });
  const library = require.resolve('minisearch').replace(/dist.*$/, 'dist/umd/index.js');
  const text = readFileSync(library, 'utf8').replace(/^\/\/# sourceMappingURL.*$/m, '');
  writeFileSync(join(folder, 'minisearch.js'), text);
}

/** What is searched: one entry for each part of a page, as a script, because pages on the disk may not fetch. */
export function writeSearchIndex(output) {
  const files = readdirSync(output, { recursive: true })
    .filter((name) => name.endsWith('.html'))
    .sort();
  const entries = files.flatMap((file) => {
    const url = file.replaceAll('\\', '/');
    // Pages of errors and decisions are short: one entry each.
    const isWhole = /^(errors|decisions)\//.test(url);
    return partsOf(readFileSync(join(output, file), 'utf8'), isWhole).map((part) => ({
      ...part,
      url: url + part.anchor,
    }));
  });
  const data = entries.map(({ url, title, page, text }, id) => ({ id, url, title, page, text }));
  writeFileSync(
    join(output, 'assets/search-index.js'),
    `window.searchEntries=${JSON.stringify(data)};\n`,
  );
  return files.length;
}

function partsOf(html, isWhole) {
  const page = plain(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '').replace(/ – nx-zenodo$/, '');
  const article = /<article>(.*)<\/article>/s.exec(html)?.[1] ?? '';
  const [first = '', ...others] = isWhole ? [article] : article.split(/(?=<h[23] id=")/);
  const parts = others.map((text) => {
    const [heading = '', id = '', title = ''] =
      /^<h[23] id="([^"]*)"[^>]*>(.*?)<\/h[23]>/s.exec(text) ?? [];
    return { anchor: `#${id}`, title: plain(title), page, text: plain(text.slice(heading.length)) };
  });
  return [{ anchor: '', title: page, page, text: plain(first) }, ...parts];
}

function plain(html) {
  const signs = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(amp|lt|gt|quot);/g, (_, name) => signs[name])
    .replace(/\s+/g, ' ')
    .trim();
}
