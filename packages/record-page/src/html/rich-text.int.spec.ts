import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describeInBrowser } from '../testing/browser-suite.js';
import { payloads } from '../testing/poison.js';
import { richText } from './rich-text.js';

const tags =
  'a b i p div span h1 h2 ul li table tbody tr td pre blockquote math mi mtext svg style script title textarea select option form button img br nobr template noscript annotation-xml';

const piece = fc.oneof(
  fc.constantFrom(...tags.split(' ')).map((tag) => `<${tag}>`),
  fc.constantFrom(...tags.split(' ')).map((tag) => `</${tag}>`),
  fc.constantFrom(
    '<a href="javascript:x">',
    '<p onclick=x>',
    '<!--',
    '-->',
    '<',
    '&lt;',
    '"',
    '<![CDATA[',
  ),
  fc.string({ maxLength: 4 }),
);

const stranger = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.constantFrom(...payloads),
);

// The browser's own parser is the judge: what it builds from our output is what a reader's browser runs.
const judge = (markups: readonly string[]) => `(${JSON.stringify(markups)}).map((markup) => {
  const { body, head } = new DOMParser().parseFromString(
    '<!doctype html><title></title><div id="container">' + markup + '</div><p id="after">after</p>', 'text/html');
  const inside = [...body.querySelectorAll('*')];
  return {
    shape: [...body.children].map((e) => e.id).join(' ') + '/' + head.children.length,
    after: body.querySelector('#after')?.innerHTML ?? 'gone',
    names: inside.map((e) => e.localName).filter((n) => /^(script|style|svg|img|iframe|form|input|button|template|object|embed|base|meta|link|title|textarea)$/.test(n)),
    attributes: inside.flatMap((e) => [...e.attributes].filter((a) => !/^(href|title|rel|display|id)$/.test(a.name) &&
      !(a.name === 'tabindex' && a.value === '0' && e.matches('pre, table'))).map((a) => a.name)),
    addresses: inside.map((e) => e.getAttribute('href')).filter((h) => h !== null && !/^(https?:|mailto:|#)/.test(h)),
  };
})`;

describeInBrowser('rich text in a browser', { '/': '<!doctype html><title>x</title>' }, (suite) => {
  it('when a browser parses what is left of any markup, nothing runs and nothing leaves its container', async () => {
    const page = await suite.context().newPage();
    await page.goto(`${suite.origin()}/`);
    const written = fc.sample(stranger, 3000);
    const found = await page.evaluate<object[]>(
      judge(written.map((text) => richText(text).toString())),
    );
    const harmless = {
      shape: 'container after/1',
      after: 'after',
      names: [],
      attributes: [],
      addresses: [],
    };
    const broken = found.flatMap((outcome, i) =>
      JSON.stringify(outcome) === JSON.stringify(harmless)
        ? []
        : [{ written: written[i], left: richText(written[i] ?? '').toString(), outcome }],
    );
    expect(broken.slice(0, 5)).toEqual([]);
    // The judge is awake: the same markup as it was written would have done harm.
    const raw = await page.evaluate<object[]>(judge(written));
    const harmed = raw.filter((outcome) => JSON.stringify(outcome) !== JSON.stringify(harmless));
    expect(harmed.length).toBeGreaterThan(written.length / 4);
    await page.close();
  });
});
