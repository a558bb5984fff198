import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderRecordPage } from '../pages/record-page.js';
import { jsonInScript } from '../html/json.js';
import { payloads, poisoned } from '../testing/poison.js';
import { sampleRecord } from '../testing/sample-record.js';
import { citationMeta } from './citation-meta.js';
import { buildJsonLd } from './json-ld.js';
import { schemaType } from './schema-type.js';
import { formatLinkHeader, signpostingElements, signpostingLinks } from './signposting.js';

describe('JSON in a script', () => {
  it('when any value is written, it holds no tag, and reads back as the same value', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('</script>', '<!--', ']]>', '\u2028'),
        (value, text) => {
          const written = jsonInScript({ value, text }).toString();
          expect(written).not.toMatch(/[<>&\u2028\u2029]/);
          expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify({ value, text })));
        },
      ),
    );
  });
});

describe('JSON-LD of a record', () => {
  it('when the record is software, it is told as schema.org tells software', () => {
    expect(JSON.parse(JSON.stringify(buildJsonLd(sampleRecord)))).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'SoftwareSourceCode',
      '@id': 'https://doi.org/10.5072/zenodo.1204',
      name: sampleRecord.title,
      version: '2.1.0',
      datePublished: '2026-11-12',
      inLanguage: 'en',
      license: ['https://creativecommons.org/licenses/by/4.0/'],
      keywords: 'sea level, tides, harmonic analysis, oceanography',
      author: [
        {
          '@type': 'Person',
          '@id': 'https://orcid.org/0000-0002-1825-0097',
          name: 'Carberry, Josiah',
          familyName: 'Carberry',
          givenName: 'Josiah',
          affiliation: [{ '@type': 'Organization', name: 'Brown University' }],
        },
        { name: 'Meitner, Lise' },
        { name: 'Tide Gauge Working Group' },
      ],
    });
  });

  it('when the view brings its own, that one stands in the page', () => {
    const page = renderRecordPage({
      ...sampleRecord,
      jsonLd: { '@type': 'Dataset', name: '</script>' },
    });
    const [, text = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(text)).toEqual({ '@type': 'Dataset', name: '</script>' });
  });

  it.each([
    ['publication-article', 'ScholarlyArticle'],
    ['publication-preprint', 'ScholarlyArticle'],
    ['dataset', 'Dataset'],
    ['software-computationalnotebook', 'SoftwareSourceCode'],
    ['physicalobject', 'CreativeWork'],
  ])('when the resource type is %s, it is a %s', (id, type) => {
    expect(schemaType(id)).toBe(type);
  });
});

describe('citation tags', () => {
  it('when there are several creators, each is told with what is theirs, in order', () => {
    const tags = citationMeta(sampleRecord).map(String);
    expect(tags.slice(0, 6)).toEqual([
      `<meta name="citation_title" content="${sampleRecord.title}" />`,
      '<meta name="citation_author" content="Carberry, Josiah" />',
      '<meta name="citation_author_institution" content="Brown University" />',
      '<meta name="citation_author_orcid" content="https://orcid.org/0000-0002-1825-0097" />',
      '<meta name="citation_author" content="Meitner, Lise" />',
      '<meta name="citation_author_institution" content="Institute of Oceanography, Kiel" />',
    ]);
    expect(tags).toContain('<meta name="citation_publication_date" content="2026/11/12" />');
    expect(tags).toContain('<meta name="citation_doi" content="10.5072/zenodo.1204" />');
  });
});

describe('signposting', () => {
  it('when a record is complete, it says what to cite, by whom, under what terms, and what it holds', () => {
    const rels = signpostingLinks(sampleRecord).map(({ rel }) => rel);
    expect(new Set(rels)).toEqual(
      new Set(['cite-as', 'type', 'author', 'license', 'describedby', 'item']),
    );
    expect(signpostingLinks(sampleRecord)).toContainEqual({
      rel: 'describedby',
      href: 'http://127.0.0.1:8080/records/1204/export/json',
      type: 'application/json',
    });
  });

  it('when a file has a strange address, the header stays one line of well-formed links', () => {
    for (const text of payloads) {
      const header = formatLinkHeader(poisoned(sampleRecord, text));
      expect(header).toMatch(/^(?:<[!-~]+>; rel="[a-z-]+"(?:; type="[a-z/.+0-9-]+")?(?:, |$))*$/);
    }
  });

  it('when there are a thousand files, the header names twenty of them and the head a hundred', () => {
    const files = Array.from({ length: 1000 }, (_, i) => ({
      key: `${i}`,
      size: 1,
      downloadUrl: `/f/${i}`,
    }));
    expect(formatLinkHeader({ ...sampleRecord, files }).match(/rel="item"/g)).toHaveLength(20);
    const elements = signpostingElements({ ...sampleRecord, files }).join('');
    expect(elements.match(/rel="item"/g)).toHaveLength(100);
  });
});
