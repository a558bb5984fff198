import { describe, expect, it } from '@jest/globals';
import { detectRelatedScheme } from './detect.js';
import { normalizeIdentifier } from './normalize.js';
import { isOrcid } from './schemes.js';

describe('the scheme of an identifier', () => {
  it.each([
    ['10.5281/zenodo.1', 'doi', '10.5281/zenodo.1'],
    ['https://doi.org/10.5281/ZENODO.1', 'doi', '10.5281/ZENODO.1'],
    ['https://example.org/x', 'url', 'https://example.org/x'],
    ['https://arxiv.org/abs/2101.00001', 'url', 'https://arxiv.org/abs/2101.00001'],
    ['arXiv:2101.00001v2', 'arxiv', 'arXiv:2101.00001v2'],
    ['math.GT/0309136', 'arxiv', 'arXiv:math/0309136'],
    ['www.example.org/x', 'handle', 'www.example.org/x'],
    ['hdl:2027/abc', 'handle', '2027/abc'],
    ['978-3-16-148410-0', 'isbn', '978-3-16-148410-0'],
    ['2049-3630', 'issn', '2049-3630'],
    ['ark:/12025/654xz321', 'ark', 'ark:/12025/654xz321'],
    ['urn:nbn:de:101:1-201102033592', 'urn', 'urn:nbn:de:101:1-201102033592'],
    ['urn:lsid:ubio.org:namebank:11815', 'lsid', 'urn:lsid:ubio.org:namebank:11815'],
    ['2011ApJS..192...18K', 'ads', '2011ApJS..192...18K'],
    ['pmid:12082125', 'pmid', '12082125'],
    ['https://purl.org/net/x', 'purl', 'https://purl.org/net/x'],
    ['Q42', 'wikidata', 'Q42'],
    ['RRID:AB_90755', 'rrid', 'RRID:AB_90755'],
  ])('when the value is %s, Zenodo keeps it as %s %s', (value, scheme, kept) => {
    expect(detectRelatedScheme(value)).toBe(scheme);
    expect(normalizeIdentifier(value, scheme)).toBe(kept);
  });

  it.each([
    'swh:1:dir:94a9ed024d3859793618152ea559a168bbcbb5e2',
    'ascl:1906.014',
    'hello',
    'me@example.org',
    'https://viaf.org/viaf/12347231',
    '',
  ])('when the value is %s, Zenodo refuses it', (value) => {
    expect(detectRelatedScheme(value)).toBeNull();
  });
});

describe('an ORCID', () => {
  it.each(['0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097', '0000-0002-1694-233x'])(
    'when it is %s, its check digit fits',
    (orcid) => {
      expect(isOrcid(orcid)).toBe(true);
    },
  );

  it.each([
    '0000-0002-1825-0098',
    '0000-0000-0000-0000',
    '0000-0002-1825-0097/',
    '0000-0001-2281-955X"',
  ])('when it is %s, it is refused', (orcid) => {
    expect(isOrcid(orcid)).toBe(false);
  });
});
