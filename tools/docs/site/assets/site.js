// Search and copy buttons. Without this script the site reads as well; the search field is not shown then.
(() => {
  'use strict';
  const { root } = document.currentScript.dataset;
  const form = document.querySelector('.search');
  const input = form.querySelector('input');
  const list = form.querySelector('ul');
  const status = form.querySelector('[role=status]');
  let search;
  let found = [];
  let chosen = -1;

  // The menu is scrolled by itself; the page stays where it is.
  const menu = document.querySelector('nav');
  const here = menu.querySelector('[aria-current]');
  if (here !== null) menu.scrollTop = here.offsetTop - menu.offsetTop - menu.clientHeight / 2;

  form.hidden = false;
  input.addEventListener('focus', prepare, { once: true });
  input.addEventListener('input', show);
  input.addEventListener('keydown', onKey);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    open(found[Math.max(chosen, 0)]);
  });
  document.addEventListener('click', (event) => {
    if (!form.contains(event.target)) close();
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = /^(input|textarea|select)$/i.test(event.target.tagName);
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
  document.querySelectorAll('pre').forEach(addCopy);

  async function prepare() {
    await Promise.all(['minisearch.js', 'search-index.js'].map(load));
    const engine = new window.MiniSearch({
      fields: ['title', 'page', 'text'],
      storeFields: ['url', 'title', 'page'],
      searchOptions: {
        boost: { title: 4, page: 2 },
        prefix: (term) => term.length > 2,
        fuzzy: 0.15,
        combineWith: 'AND',
        // Who searches wants to do something, more often than to read about one error.
        boostDocument: (_, __, { url }) => (/^(guides|tutorial|explanation)\//.test(url) ? 2 : 1),
      },
    });
    engine.addAll(window.searchEntries);
    search = engine;
    show();
  }

  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      Object.assign(script, { src: `${root}assets/${name}`, onload: resolve, onerror: reject });
      document.head.append(script);
    });
  }

  function show() {
    const words = input.value.trim();
    if (search === undefined || words === '') return close();
    found = search.search(words).slice(0, 12);
    chosen = -1;
    list.replaceChildren(...found.map(item));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    input.removeAttribute('aria-activedescendant');
    status.textContent = found.length === 0 ? 'Nothing found' : `${found.length} found`;
  }

  function item({ url, title, page }, index) {
    const line = document.createElement('li');
    Object.assign(line, { id: `result-${index}` });
    line.setAttribute('role', 'option');
    line.setAttribute('aria-selected', 'false');
    const strong = document.createElement('strong');
    strong.textContent = title;
    const small = document.createElement('span');
    small.textContent = page === title ? url.split('/')[0].replace(/\.html.*/, '') : page;
    line.append(strong, small);
    line.addEventListener('click', () => open({ url }));
    return line;
  }

  function onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') return close();
    if (step === undefined || found.length === 0) return;
    event.preventDefault();
    chosen = (chosen + step + found.length) % found.length;
    [...list.children].forEach((line, index) => {
      line.setAttribute('aria-selected', String(index === chosen));
      if (index === chosen) line.scrollIntoView({ block: 'nearest' });
    });
    input.setAttribute('aria-activedescendant', `result-${chosen}`);
  }

  function open(result) {
    if (result === undefined) return;
    close();
    location.href = root + result.url;
  }

  function close() {
    list.hidden = true;
    found = [];
    chosen = -1;
    status.textContent = '';
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function addCopy(block) {
    if (block.dataset.language === 'text' || navigator.clipboard === undefined) return;
    const frame = document.createElement('div');
    frame.className = 'code';
    block.replaceWith(frame);
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', className: 'copy', textContent: 'Copy' });
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(block.textContent.trimEnd());
      button.textContent = 'Copied';
      setTimeout(() => (button.textContent = 'Copy'), 1500);
    });
    frame.append(block, button);
  }
})();
