import { describe, expect, it } from '@jest/globals';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import { badgeMarkdown } from './badge.js';
import { toCslItem } from './csl-item.js';
import { formatCitation } from './format-citation.js';

const deposit: DepositMetadata = {
  upload_type: 'software',
  title: 'A tool',
  creators: [{ name: 'Dominguez, Gonzalo' }, { name: 'The Team' }],
  publication_date: '2025-10-05',
  version: 'v0.02-final',
  keywords: ['one', 'two'],
  description: '<p>Some &amp; more.</p><p>Second</p>',
};
const cite = (style: 'apa' | 'bibtex' | 'ris' | 'csl-json') =>
  formatCitation({ deposit, doi: '10.5072/zenodo.7', style });

describe('a citation', () => {
  it('when it is APA, it labels version and software and leads to the DOI', async () => {
    expect(await cite('apa')).toBe(
      'Dominguez, G. & The Team. (2025). A tool (Version v0.02-final) [Computer software]. Zenodo. https://doi.org/10.5072/zenodo.7\n',
    );
  });

  it('when it is BibTeX, RIS or CSL-JSON, it carries the same facts', async () => {
    const [bibtex, ris, csl] = await Promise.all([cite('bibtex'), cite('ris'), cite('csl-json')]);
    expect(bibtex).toContain('doi = {10.5072/zenodo.7}');
    expect(bibtex).toContain('{The Team}');
    expect(ris).toMatch(/^TY {2}- COMP$/m);
    expect(ris).toMatch(/^KW {2}- two$/m);
    expect(JSON.parse(csl)).toEqual([toCslItem(deposit, '10.5072/zenodo.7')]);
  });

  it('when there is no DOI yet, none is named and everything else stands', async () => {
    const texts = await Promise.all(
      (['apa', 'bibtex', 'ris', 'csl-json'] as const).map((style) =>
        formatCitation({ deposit, doi: null, style }),
      ),
    );
    expect(texts[0]).toBe(
      'Dominguez, G. & The Team. (2025). A tool (Version v0.02-final) [Computer software]. Zenodo.\n',
    );
    for (const text of texts) {
      expect(text).toContain('A tool');
      expect(text).not.toMatch(/doi|undefined|null/i);
    }
  });

  it('when the date is an interval or a year, its parts are kept', () => {
    const partsOf = (publication_date: string) =>
      toCslItem({ ...deposit, publication_date }, 'x').issued['date-parts'];
    expect(partsOf('2020/2021-02')).toEqual([[2020], [2021, 2]]);
    expect(partsOf('-0044-03')).toEqual([[-44, 3]]);
  });

  it('when the description is HTML, the abstract is its words', () => {
    expect(toCslItem(deposit, 'x').abstract).toBe('Some & more.\nSecond');
  });
});

describe('a badge', () => {
  it('when the site is Zenodo, it leads to doi.org, elsewhere to the site itself', () => {
    expect(badgeMarkdown('10.5281/zenodo.1', 'https://zenodo.org')).toBe(
      '[![DOI](https://zenodo.org/badge/DOI/10.5281/zenodo.1.svg)](https://doi.org/10.5281/zenodo.1)',
    );
    expect(badgeMarkdown('10.5072/zenodo.1', 'http://127.0.0.1:8080/')).toBe(
      '[![DOI](http://127.0.0.1:8080/badge/DOI/10.5072/zenodo.1.svg)](http://127.0.0.1:8080/doi/10.5072/zenodo.1)',
    );
  });
});
