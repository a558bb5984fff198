import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateInWords, machineDate, momentInWords } from './date.js';
import { excerpt, firstDifference } from './excerpt.js';
import { languageInWords, languageTag } from './language.js';
import { relationInWords } from './relation.js';
import { counted, sizeInWords } from './size.js';

describe('words', () => {
  it.each([
    ['2026', '2026'],
    ['2026-11', 'November 2026'],
    ['2026-11-02', '2 November 2026'],
    ['2025-01/2026-02-03', 'January 2025 to 3 February 2026'],
    ['2026-13-40', '2026-13-40'],
    ['soon', 'soon'],
  ])('when a date is %s, it reads %s', (edtf, words) => {
    expect(dateInWords(edtf)).toBe(words);
  });

  it('when a date is an interval, it has no machine form of one moment', () => {
    expect([machineDate('2026-11'), machineDate('2025/2026')]).toEqual(['2026-11', null]);
  });

  it('when a moment is in another zone, it reads in UTC', () => {
    expect(momentInWords('2026-11-12T01:30:00+02:00')).toBe('11 November 2026, 23:30 UTC');
    expect(momentInWords('yesterday')).toBe('yesterday');
  });

  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [48_211_034, '48.2 MB'],
    [5e9, '5 GB'],
    [3.2e15, '3,200 TB'],
  ])('when a file has %d bytes, it reads %s', (bytes, words) => {
    expect(sizeInWords(bytes)).toBe(words);
  });

  it('when things are counted, one is one', () => {
    expect([counted(1, 'file'), counted(0, 'file'), counted(12_000, 'file')]).toEqual([
      '1 file',
      '0 files',
      '12,000 files',
    ]);
  });

  it.each([
    ['isSupplementTo', 'Is supplement to'],
    ['cites', 'Cites'],
    ['Is version of', 'Is version of'],
  ])('when a relation is %s, it reads %s', (relation, words) => {
    expect(relationInWords(relation)).toBe(words);
  });

  it('when a language is known, it has a name and a tag; anything else stays as it is', () => {
    expect([languageTag('eng'), languageInWords('deu'), languageInWords('no language')]).toEqual([
      'en',
      'German',
      'no language',
    ]);
    expect(languageTag('"><b>')).toBeNull();
  });

  it('when a text is cut, it is short, and holds the place that matters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), fc.nat(2000), (text, at) => {
        expect(excerpt(text, at).length).toBeLessThanOrEqual(284);
      }),
    );
    expect(firstDifference('abc', 'abd')).toBe(2);
    expect(firstDifference('ab', 'abc')).toBe(2);
  });
});
