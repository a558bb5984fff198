import { navigation, readPages } from './pages.mjs';
import { anchorHeadings, framedTables, reachableCode, siteLinks } from './markdown.mjs';

const pages = readPages();

export default function configure(eleventy) {
  // Pages speak of templates (`{{VERSION}}`): their text is Markdown and nothing else.
  eleventy.setTemplateFormats(['md']);
  eleventy.amendLibrary('md', (markdown) => {
    markdown.set({ html: true, linkify: false, typographer: false });
    for (const plugin of [anchorHeadings, framedTables, reachableCode, siteLinks(pages)])
      markdown.use(plugin);
  });
  eleventy.addPassthroughCopy('docs/pictures');
  eleventy.addGlobalData('layout', 'page.11ty.js');
  eleventy.addGlobalData(
    'permalink',
    () => (data) => pages.get(data.page.inputPath.replace(/^\.\//, ''))?.url,
  );
  eleventy.addGlobalData('site', { pages, navigation: navigation(pages) });
  return {
    dir: {
      input: 'docs',
      includes: '../tools/docs/site/includes',
      layouts: '../tools/docs/site/includes',
    },
    markdownTemplateEngine: false,
  };
}
