import { expect, it } from '@jest/globals';
import { renderPreviewPage, renderRecordPage } from '../index.js';
import { describeInBrowser } from '../testing/browser-suite.js';
import { payloads, poisoned } from '../testing/poison.js';
import { sampleFindings } from '../testing/sample-lists.js';
import { sampleRecord } from '../testing/sample-record.js';

const full = { ...sampleRecord, method: '<p>m</p>', findings: sampleFindings };

const pages = Object.fromEntries(
  payloads.flatMap((text, i) => {
    const record = poisoned(full, text);
    const failure = { kind: 'failure', stage: text, message: text } as const;
    const other = { kind: 'record', record: { ...record, title: 'other' } } as const;
    return [
      [`/record/${i}`, renderRecordPage(record)],
      [
        `/preview/${i}`,
        renderPreviewPage({ record, githubIntegration: failure, lastPublished: other }),
      ],
    ];
  }),
);

// What the finished document holds: more scripts or handlers than ours would mean that text became markup.
const census = `(() => {
  const all = [...document.querySelectorAll('*')];
  const names = all.flatMap((e) => [...e.attributes].map((a) => a.name));
  const addresses = all.flatMap((e) => ['href', 'src', 'action'].map((n) => e.getAttribute(n)).filter(Boolean));
  return {
    pwned: typeof window.pwned,
    scripts: document.querySelectorAll('script:not([type])').length,
    styles: document.querySelectorAll('style').length,
    forbidden: document.querySelectorAll('iframe, object, embed, base, template, textarea, svg svg, meta[http-equiv=refresh]').length,
    handlers: names.filter((name) => name.startsWith('on') || name === 'style' || name === 'srcdoc'),
    forms: [...document.forms].length,
    addresses: addresses.filter((url) => !/^(https?:\\/\\/|mailto:|#|\\/(?![/\\\\])|data:image\\/svg\\+xml,)/.test(url)),
    host: location.host, cookie: document.cookie,
    jsonLd: [...document.querySelectorAll('script[type="application/ld+json"]')].every((s) => JSON.parse(s.textContent)),
  };
})()`;

describeInBrowser('pages full of hostile text', pages, ({ context, origin }) => {
  it('when any text of a record is hostile, it stays text', async () => {
    const page = await context().newPage();
    const told: string[] = [];
    const asked = new Set<string>();
    page.on('console', (message) => told.push(message.text()));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => told.push('a dialog opened')));
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    for (const path of Object.keys(pages)) {
      await page.goto(origin() + path);
      const found = await page.evaluate(census);
      expect({ path, ...(found as object) }).toEqual({
        path,
        pwned: 'undefined',
        scripts: 1,
        styles: 1,
        forbidden: 0,
        handlers: [],
        forms: 1,
        addresses: [],
        host: new URL(origin()).host,
        cookie: '',
        jsonLd: true,
      });
    }
    expect(told).toEqual([]);
    expect([...asked].filter((url) => url !== origin() && url !== 'null')).toEqual([]);
    await page.close();
  });
});
