import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { poisoned } from '../testing/poison.js';
import { sampleRecord } from '../testing/sample-record.js';
import { renderErrorPage } from './error-page.js';
import { renderRecordPage } from './record-page.js';

// The three texts that may hold markup are sanitised, and judged by a browser elsewhere.
const rich = ['description', 'notes', 'method'];
const plain = Object.fromEntries(
  Object.entries(sampleRecord).filter(([name]) => !rich.includes(name)),
) as unknown as typeof sampleRecord;

// Typed links are left out: one whose address is none falls away.
const skeleton = (page: string) =>
  page
    .replace(/<link [^>]*>/g, '')
    .replace(/<(style|script)\b[^]*?<\/\1>/g, '<$1>')
    .match(/<[!/]?[a-z][a-z0-9]*|\s[a-z-]+(?==")/g)
    ?.join('');

describe('the skeleton of a page', () => {
  it('when every text of a record is any text, the page has the same elements and attributes', () => {
    // Some texts choose a shape: a path or fragment is a link, lines are code, a year is a date.
    const known = (text: string) => skeleton(renderRecordPage(poisoned(plain, text)));
    const usual = known('no tag');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        fc.pre(!/^[@#/]|[\n:]|^\s*$|^\d+$/.test(text) && !isTag(text));
        expect(known(text)).toBe(usual);
      }),
      { numRuns: 100 },
    );
  });

  it('when an error is told in hostile words, the page has the same elements', () => {
    const usual = skeleton(renderErrorPage(404, 'text'));
    fc.assert(
      fc.property(
        fc.integer({ min: 400, max: 599 }),
        fc.string({ unit: 'binary' }),
        (status, text) => {
          expect(skeleton(renderErrorPage(status, `<b>"${text}`))).toBe(usual);
        },
      ),
    );
  });
});

// A language tag gives the title a `lang` attribute.
function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length > 0;
  } catch {
    return false;
  }
}
