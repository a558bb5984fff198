import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from './clean-text.js';
import { edtfException, isEdtfDateTime, isEdtfLevel0 } from './edtf.js';

describe('a text field', () => {
  it.each([
    [' A “quoted” &amp; x\u200b title ', 'A "quoted" & x title'],
    ['ﬂuﬃeﬆ ŉ', "fluffiest 'n"],
    ['ＬＯＵＤ　ＮＯＩＳＥＳ', 'LOUD NOISES'],
    ['P&EACUTE;REZ &#59; &SZLIG;', 'PÉREZ &#59; SS'],
    ['a &lt;b&gt; < c', 'a &lt;b&gt; < c'],
    ['one &lt;\ntwo < &gt;\nthree &gt;', 'one <\ntwo < &gt;\nthree &gt;'],
    ['sch\u00c3\u00b6n', 'schön'],
    ['\u00e2\u20ac\u0153quote\u00e2\u20ac\ufffd', '"quote\ufffd'],
    ['voil\u00c3 le travail', 'voilà le travail'],
    ['ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'Привет'],
    ['Müller – €5', 'Müller – €5'],
    ['a\r\nb\u2028c', 'a\nb\nc'],
    ['\u001b[31mred\u001b[0m\u0007', 'red'],
    ['e\u0301', 'é'],
  ])('when it is %j, it becomes %j', (written, kept) => {
    expect(cleanText(written)).toBe(kept);
  });

  it('when it was cleaned, cleaning again changes nothing but what a first cleaning uncovered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = cleanText(text);
        expect(once.normalize('NFC')).toBe(once);
        expect(once).not.toMatch(/[\u0000-\u0008\u200b\ufeff]/);
      }),
    );
  });
});

describe('a date', () => {
  it.each([
    '2020',
    '2020-02',
    '2020-02-29',
    '2020/2021',
    '2020-01/2020',
    '-0044',
    '2020 / 2021',
    '201X',
    '2020-XX',
    '2020-01-XX',
    '2020/',
    '/2020-01',
    '2020~/2021?',
    '2020-21/2020-22',
    '2004-06-XX/2004-07-03',
  ])('when it is %s, it is EDTF level 0', (date) => {
    expect(isEdtfLevel0(date)).toBe(true);
  });

  it.each([
    '2021-02-29',
    '03/02/2020',
    '2021/2020',
    '2020-13',
    '2020?',
    '20200101',
    '',
    '2020-1-1',
    '2020/2021/2022',
    '/',
    '2020/..',
    '2021?/2020',
    '2020-21',
    '2020-22/2020-21',
    '2020-XX/2021',
    '2020-01-01T10:00:00Z',
  ])('when it is %j, it is not', (date) => {
    expect(isEdtfLevel0(date)).toBe(false);
  });
});

describe('a date with a time', () => {
  it.each([
    '2020-01-01T10:00:00',
    '2020-01-01T24:00:00Z',
    '2020T10:00:00',
    '2020-01T 10:00:00-00:30',
    '2021-02-29T00:00:00+14:00',
  ])('when it is %s, it is EDTF', (moment) => {
    expect(isEdtfDateTime(moment)).toBe(true);
  });

  it.each([
    '2020-01-01',
    '2020-01-01T10:00',
    '2020-01-01T24:00:01',
    '2020-01-01T10:00:00+00:00',
    '2020-01-01T10:00:00+14:30',
    '2020-01-01T10:00:00.5Z',
    '2020-02-30T10:00:00',
    '2020-XX-01T10:00:00',
    '2020-01-01T10:00:00T',
    '2020-01-01 10:00:00',
  ])('when it is %s, it is not', (moment) => {
    expect(isEdtfDateTime(moment)).toBe(false);
  });
});

describe('an exception of the EDTF parser', () => {
  it.each([
    ['2020/..', 'TypeError'],
    [' ../2020-24 ', 'TypeError'],
    ['../', 'TypeError'],
    ['-2020-41', 'AttributeError'],
    ['2020-XX/2020-XX', 'AttributeError'],
    ['2020-XX/2020?', 'AttributeError'],
    ['2020?/2020-XX', null],
    ['2020-20', null],
    ['../..', null],
    ['201X/..', null],
    ['2020-02-30/..', null],
    ['2020/../2021', null],
    ['2020', null],
  ])('when the date is %j, it is %s', (text, expected) => {
    expect(edtfException(text)).toBe(expected);
  });

  it('when an interval is open at both ends, it is taken', () => {
    expect(isEdtfLevel0('../..')).toBe(true);
  });
});
