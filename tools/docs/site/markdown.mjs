import { posix } from 'node:path';
import { relativeUrl } from './pages.mjs';

export function escapeHtml(text) {
  return text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign],
  );
}

/** Headings get the ids that forges give them, so that one link works on both. */
export function anchorHeadings(markdown) {
  markdown.core.ruler.push('anchor_headings', ({ tokens }) => {
    const taken = new Map();
    tokens.forEach((token, index) => {
      if (token.type !== 'heading_open') return;
      const slug = slugOf(tokens[index + 1]?.children ?? []);
      const times = taken.get(slug) ?? 0;
      taken.set(slug, times + 1);
      token.attrSet('id', times === 0 ? slug : `${slug}-${times}`);
    });
  });
}

function slugOf(children) {
  const text = children.map(({ content }) => content).join('');
  return text
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** A table that is wider than the page is scrolled by itself, also with the keyboard. */
export function framedTables(markdown) {
  const { rules } = markdown.renderer;
  rules.table_open = () =>
    '<div class="table" role="group" aria-label="Table" tabindex="0"><table>\n';
  rules.table_close = () => '</table></div>\n';
}

/** The same for code. */
export function reachableCode(markdown) {
  markdown.renderer.rules.fence = (tokens, index) => {
    const { info, content } = tokens[index];
    const language = info.trim().split(/\s+/)[0] ?? '';
    return `<pre tabindex="0" data-language="${escapeHtml(language)}"><code>${escapeHtml(content)}</code></pre>\n`;
  };
}

/** Links between pages lead to their HTML; what the site does not hold stays as text. */
export function siteLinks(pages) {
  return (markdown) => {
    markdown.core.ruler.push('site_links', ({ tokens, env }) => {
      const source = env.page.inputPath.replace(/^\.\//, '');
      for (const { children } of tokens) {
        const open = [];
        for (const token of children ?? []) {
          if (token.type === 'link_open') open.push(turnLink(token, source, pages));
          else if (token.type === 'link_close' && open.pop() === false) token.hidden = true;
        }
      }
    });
    const plain = markdown.renderer.rules;
    for (const rule of ['link_open', 'link_close']) {
      plain[rule] = (tokens, index, options, _env, self) =>
        tokens[index].hidden ? '' : self.renderToken(tokens, index, options);
    }
  };
}

function turnLink(token, source, pages) {
  const href = token.attrGet('href') ?? '';
  if (/^[a-z]+:|^#/i.test(href)) return true;
  const [path = '', anchor] = href.split('#');
  const target = posix.join(posix.dirname(source), decodeURIComponent(path));
  const page = pages.get(target);
  token.hidden = page === undefined;
  if (page === undefined) return false;
  const from = pages.get(source);
  token.attrSet(
    'href',
    relativeUrl(from.url, page.url) + (anchor === undefined ? '' : `#${anchor}`),
  );
  return true;
}
