import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderBadgeSvg } from './badge.js';

const width = (svg: string) => Number(/<svg [^>]*width="([\d.]+)"/.exec(svg)?.[1]);

describe('the badge', () => {
  it('when it shows a DOI, it is as wide as a DOI badge of that text is', () => {
    const svg = renderBadgeSvg({ label: 'DOI', value: '10.5281/zenodo.1234567' });
    expect(width(svg)).toBe(184);
    expect(svg).toContain('aria-label="DOI: 10.5281/zenodo.1234567"');
  });

  it('when the text is longer, the badge is wider', () => {
    const widths = ['1', '10.5281/zenodo.1', '10.5281/zenodo.12345678'].map((value) =>
      width(renderBadgeSvg({ label: 'DOI', value })),
    );
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(new Set(widths).size).toBe(3);
  });

  it('when the text is anything, the image has the same elements, and no character that XML forbids', () => {
    const tags = (svg: string) => svg.match(/<\/?[a-zA-Z]+/g);
    const plain = tags(renderBadgeSvg({ label: 'a', value: 'b' }));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (label, value) => {
        const svg = renderBadgeSvg({ label: `a${label}`, value: `b${value}` });
        expect(tags(svg)).toEqual(plain);
        expect(svg).not.toMatch(/[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/u);
      }),
    );
  });

  it('when the text is endless, the badge is not', () => {
    expect(renderBadgeSvg({ label: 'DOI', value: 'x'.repeat(1e6) }).length).toBeLessThan(5000);
  });
});
