import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { samplePublished } from '../testing/sample-release.js';
import { checkPlaceholders, replacePlaceholder } from './replace-placeholder.js';

const published = samplePublished();

describe('a placeholder DOI', () => {
  it.each([
    ['10.5281/zenodo.XXXXXXX', '10.5281/zenodo.1002'],
    ['doi:10.5281/zenodo.xxxx.', 'doi:10.5281/zenodo.1002.'],
    ['https://doi.org/10.5281/zenodo.XXXXXXX)', 'https://doi.org/10.5281/zenodo.1002)'],
    [
      'https://zenodo.org/badge/DOI/10.5281/zenodo.XXXXXXX.svg',
      'https://zenodo.org/badge/DOI/10.5281/zenodo.1002.svg',
    ],
    [
      'https://img.shields.io/badge/DOI-10.5281%2Fzenodo.XXXXXXX-blue',
      'https://img.shields.io/badge/DOI-10.5281%2Fzenodo.1002-blue',
    ],
    ['https://zenodo.org/records/XXXXXXX/files/a', 'https://zenodo.org/records/1002/files/a'],
    ['https://zenodo.org/record/XXXXXXX', 'https://zenodo.org/record/1002'],
    ['see zenodo.XXXXXXX', 'see zenodo.1002'],
  ])('when it is written as %s, it becomes %s', (before, after) => {
    expect(replacePlaceholder(before, published)).toBe(after);
  });

  it('when the project has a placeholder of its own, it is replaced too, encoded or not', () => {
    const options = { placeholders: ['10.1234/TODO+doi'] };
    const text = 'a 10.1234/TODO+doi b 10.1234%2Ftodo+doi c';
    expect(replacePlaceholder(text, published, options)).toBe(
      'a 10.5281/zenodo.1002 b 10.5281%2Fzenodo.1002 c',
    );
  });

  it('when the concept DOI is chosen, it is the one that is written', () => {
    const text = replacePlaceholder('10.5281/zenodo.XXXXXXX', published, { doi: 'concept' });
    expect(text).toBe('10.5281/zenodo.1000');
  });

  it('when one is left, the finding says where it stands', () => {
    expect(checkPlaceholders('a\nb 10.5281/zenodo.XXXXXXX', 'docs/a.md')).toMatchObject([
      { code: 'NZ8001', severity: 'error', place: { file: 'docs/a.md', line: 2, column: 3 } },
    ]);
  });

  it('when a real DOI or a word of many X stands there, nothing is touched', () => {
    const text = '10.5281/zenodo.123 XXXXXXX zenodo.XX zenodo.XXXXabc a.zenodo.XXXXX';
    expect(replacePlaceholder(text, published)).toBe(text);
  });

  it('whatever the text, no placeholder is left, and a second time changes nothing', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '10.5281/zenodo.XXXXXXX',
        '/records/XXXXX',
        'zenodo.XXXX',
        '%2F',
        '\r\n',
        '$&',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const once = replacePlaceholder(pieces.join(''), published);
        expect(checkPlaceholders(once, 'a')).toEqual([]);
        expect(replacePlaceholder(once, published)).toBe(once);
      }),
    );
  });
});
