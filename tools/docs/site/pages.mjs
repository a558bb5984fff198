import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** Parts of the site in the order of the menu, each with its folder below docs. */
const sections = [
  { title: 'Learn', folder: 'tutorial' },
  { title: 'Do', folder: 'guides' },
  { title: 'Understand', folder: 'explanation' },
  { title: 'Look up', folder: 'reference' },
  { title: 'Decisions', folder: 'decisions' },
  { title: 'Errors', folder: 'errors' },
];

/** Every page by the path of its source: its title and the address that it has on the site. */
export function readPages() {
  const paths = readdirSync('docs', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();
  return new Map(paths.map((path) => [path, readPage(path)]));
}

function readPage(path) {
  const text = readFileSync(path, 'utf8');
  const title = (/^# (.+)$/m.exec(text)?.[1] ?? path).replaceAll('`', '');
  const url = `/${path
    .slice('docs/'.length)
    .replace(/README\.md$/, 'index.md')
    .replace(/\.md$/, '.html')}`;
  return { path, title, url, folder: dirname(path).slice('docs/'.length) };
}

/** The menu: sections with their pages, those that the front page links to first and in its order. */
export function navigation(pages) {
  const front = readFileSync('docs/README.md', 'utf8');
  const rank = (page) => {
    const at = front.indexOf(`](${page.path.slice('docs/'.length)})`);
    return at === -1 ? Number.MAX_SAFE_INTEGER : at;
  };
  return sections.map(({ title, folder }) => {
    const own = [...pages.values()].filter((page) => page.folder === folder);
    const index = own.find(({ url }) => url.endsWith('/index.html'));
    const others = own.filter((page) => page !== index).sort((a, b) => rank(a) - rank(b));
    return { title, folder, index, pages: others };
  });
}

/** Second-level headings of a rendered page. */
export function contents(html) {
  return [...html.matchAll(/<h2 id="([^"]+)"[^>]*>(.*?)<\/h2>/gs)].map(([, id, text]) => ({
    id,
    text: text.replace(/<[^>]+>/g, ''),
  }));
}

/** The address of a page, as the page at `from` links to it. */
export function relativeUrl(from, to) {
  return posix.relative(posix.dirname(from), to) || posix.basename(to);
}
