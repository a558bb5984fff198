import { escapeHtml } from '../markdown.mjs';
import { contents, relativeUrl } from '../pages.mjs';

/** The frame of every page. */
export function render({ content, page, site }) {
  const own = site.pages.get(page.inputPath.replace(/^\.\//, ''));
  const { url } = own;
  const link = (to) => relativeUrl(url, to);
  const front = url === '/index.html';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${front ? 'nx-zenodo' : `${escapeHtml(own.title)} – nx-zenodo`}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${link('/assets/site.css')}">
<script defer src="${link('/assets/site.js')}" data-root="${link('/index.html').replace(/index\.html$/, '')}"></script>
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header>
<a class="name" href="${link('/index.html')}">nx-zenodo</a>
<form class="search" role="search" hidden>
<label class="hidden" for="search">Search the documentation</label>
<input id="search" type="search" placeholder="Search" autocomplete="off" spellcheck="false" role="combobox" aria-expanded="false" aria-controls="results" aria-autocomplete="list">
<kbd aria-hidden="true">/</kbd>
<ul id="results" role="listbox" aria-label="Pages found" hidden></ul>
<p class="hidden" role="status"></p>
</form>
<a class="to-menu" href="#menu">Menu</a>
</header>
<div class="columns">
<main id="content" tabindex="-1">
${front ? hero(link) : ''}<article>${front ? content.replace(/<h1[^>]*>.*?<\/h1>/s, '') : content}${listing(own, site, link)}</article>
</main>
${onThisPage(content)}<nav id="menu" aria-label="Documentation">
${site.navigation.map((section) => menuSection(section, own, link)).join('\n')}
</nav>
</div>
</body>
</html>
`;
}

function hero(link) {
  return `<section class="hero">
<h1>From files on disk to a citable record</h1>
<p>nx-zenodo takes a release to a verified <strong>Zenodo</strong> record in one command, and cannot publish anything that was not proved first.</p>
<pre tabindex="0"><code>npx nx add nx-zenodo
npx nx g nx-zenodo:release survey
npx nx run survey:zenodo-deploy</code></pre>
<img src="${link('/pictures/chain.svg')}" width="720" height="184" alt="freeze-verify and validate lead to manifest, metadata, bundle and zenodo-deploy; each step names the digest of the one before it, and the record is read back.">
</section>
`;
}

// A page that lists its folder has no list of its own in the source.
function listing(own, site, link) {
  const section = site.navigation.find(({ index }) => index === own);
  if (section === undefined || section.folder === 'reference') return '';
  const items = section.pages.map(
    ({ title, url }) => `<li><a href="${link(url)}">${escapeHtml(title)}</a></li>`,
  );
  return `<ul class="listing">\n${items.join('\n')}\n</ul>`;
}

function onThisPage(content) {
  const headings = contents(content);
  if (headings.length < 3 || headings.length > 40) return '';
  const items = headings.map(({ id, text }) => `<li><a href="#${id}">${text}</a></li>`);
  return `<aside class="contents" aria-label="On this page"><p>On this page</p><ul>${items.join('')}</ul></aside>\n`;
}

function menuSection({ title, index, folder, pages }, own, link) {
  // Hundreds of pages nobody browses by name: the menu leads to their index.
  const long = ['errors', 'decisions'].includes(folder);
  const shown = long ? pages.filter((page) => page === own) : pages;
  const item = (page, text = page.title) => {
    const here = page === own ? ' aria-current="page"' : '';
    return `<li><a href="${link(page.url)}"${here}>${escapeHtml(text)}</a></li>`;
  };
  const first =
    index === undefined ? [] : [item(index, long ? `All ${pages.length} ${folder}` : 'Overview')];
  const extra = folder === 'reference' ? [...glossary(link, own)] : [];
  return `<h2>${title}</h2>\n<ul>${[...first, ...shown.map((page) => item(page)), ...extra].join('\n')}</ul>`;
}

function glossary(link, own) {
  const here = own.url === '/glossary.html' ? ' aria-current="page"' : '';
  return [`<li><a href="${link('/glossary.html')}"${here}>Glossary</a></li>`];
}
