import type { RecordView, SiteView } from '../index.js';

export const sampleSite: SiteView = {
  name: 'Local Zenodo',
  homeUrl: '/',
  searchUrl: '/search',
  uploadsUrl: '/me/uploads',
  notice:
    'A local Zenodo on this machine: nothing here is registered with DataCite or visible to others.',
};

const versions: RecordView['versions'] = [
  {
    id: '1204',
    label: 'Version 2.1.0',
    doi: '10.5072/zenodo.1204',
    date: '2026-11-12',
    url: '/records/1204',
    isNewest: true,
    isThis: true,
  },
  {
    id: '1160',
    label: 'Version 2.0.0',
    doi: '10.5072/zenodo.1160',
    date: '2026-05-02',
    url: '/records/1160',
    isNewest: false,
    isThis: false,
  },
  {
    id: '1102',
    label: 'Version 1.0.0',
    doi: '10.5072/zenodo.1102',
    date: '2025-09-30',
    url: '/records/1102',
    isNewest: false,
    isThis: false,
  },
];

const bibtex = `@software{carberry_2026_1204,
  author    = {Carberry, Josiah and Meitner, Lise},
  title     = {Tidal Gauge Harmonics},
  year      = 2026,
  version   = {2.1.0},
  doi       = {10.5072/zenodo.1204},
}`;

const citations: RecordView['citations'] = [
  {
    style: 'apa',
    label: 'APA',
    text: 'Carberry, J., & Meitner, L. (2026). Tidal Gauge Harmonics (Version 2.1.0) [Computer software]. Zenodo. https://doi.org/10.5072/zenodo.1204',
  },
  { style: 'bibtex', label: 'BibTeX', text: bibtex },
  {
    style: 'vancouver',
    label: 'Vancouver',
    text: '1. Carberry J, Meitner L. Tidal Gauge Harmonics. Zenodo; 2026.',
  },
];

const files: RecordView['files'] = [
  {
    key: 'tidal-gauge-harmonics-2.1.0.tar.gz',
    size: 48_211_034,
    md5: '5f2b6a3d0c7e49b8a1d3f6e2b4c5d7e8',
    downloadUrl: '/api/records/1204/files/tidal-gauge-harmonics-2.1.0.tar.gz/content',
  },
  {
    key: 'RELEASE_MANIFEST.json',
    size: 18_442,
    md5: '0cc175b9c0f1b6a831c399e269772661',
    downloadUrl: '/api/records/1204/files/RELEASE_MANIFEST.json/content',
  },
  {
    key: 'T4_FINAL_SIGNATURE.sha256',
    size: 912,
    md5: '92eb5ffee6ae2fec3ad71c777531578f',
    downloadUrl: '/api/records/1204/files/T4_FINAL_SIGNATURE.sha256/content',
  },
];

const description = `<p>Harmonic constituents of sea level at 214 tide gauges, with the code that derives them.
The record holds <strong>hourly series</strong>, the fitted amplitudes and phases, and notebooks that draw every figure
of the accompanying paper.</p><h2>What is new</h2><ul><li>Nodal corrections for the <em>M<sub>2</sub></em> constituent</li>
<li>Twelve gauges of the southern ocean</li></ul><p>See the <a href="https://example.org/docs">documentation</a> for the
layout of the archive. Files are checked with <code>sha256sum -c</code>.</p>`;

/** A record before it has a DOI. */
export const sampleUnpublished: RecordView = {
  site: sampleSite,
  id: '1204',
  url: 'http://127.0.0.1:8080/records/1204',
  title:
    'Tidal Gauge Harmonics: constituents of sea level at 214 stations, and the code that derives them',
  version: '2.1.0',
  publicationDate: '2026-11-12',
  resourceType: { title: 'Software', id: 'software' },
  publisher: 'Zenodo',
  creators: [
    { name: 'Carberry, Josiah', affiliations: ['Brown University'], orcid: '0000-0002-1825-0097' },
    { name: 'Meitner, Lise', affiliations: ['Institute of Oceanography, Kiel'] },
    { name: 'Tide Gauge Working Group' },
  ],
  contributors: [{ name: 'Noether, Emmy', role: 'Data curator', affiliations: ['Göttingen'] }],
  description,
  notes: '<p>If you use these data, please cite the paper too.</p>',
  licences: [
    {
      id: 'cc-by-4.0',
      title: 'Creative Commons Attribution 4.0 International',
      url: 'https://creativecommons.org/licenses/by/4.0/',
    },
  ],
  keywords: ['sea level', 'tides', 'harmonic analysis', 'oceanography'],
  relatedIdentifiers: [
    {
      relation: 'isSupplementTo',
      identifier: 'https://github.com/example/tidal-gauge-harmonics/tree/v2.1.0',
      scheme: 'url',
      url: 'https://github.com/example/tidal-gauge-harmonics/tree/v2.1.0',
      resourceType: 'Software',
    },
    {
      relation: 'isDescribedBy',
      identifier: '10.1234/tides.2026.17',
      scheme: 'doi',
      url: 'https://doi.org/10.1234/tides.2026.17',
      resourceType: 'Journal article',
    },
  ],
  funding: [
    {
      funder: 'European Commission',
      award: 'Sea Level Observatories of the North Atlantic',
      number: '101000000',
      url: 'https://cordis.europa.eu/project/id/101000000',
    },
  ],
  communities: [{ id: 'oceans', title: 'Ocean Observations', url: '/communities/oceans' }],
  access: { right: 'open' },
  language: 'eng',
  references: ['Doodson, A. T. (1921). The harmonic development of the tide-generating potential.'],
  facts: [{ label: 'Conference', text: 'Sea Level Days, Lisbon', field: 'conference_title' }],
  files,
  versions,
  doiState: 'none',
  citations,
  exports: [
    { label: 'JSON', url: '/records/1204/export/json', type: 'application/json' },
    { label: 'DataCite', url: '/records/1204/export/datacite-json' },
    { label: 'BibTeX', url: '/records/1204/export/bibtex', type: 'application/x-bibtex' },
  ],
  created: '2026-11-12T09:14:02.120000+00:00',
  updated: '2026-11-12T09:20:44.907000+00:00',
};

/** A record that uses every part of the page. */
export const sampleRecord: RecordView = {
  ...sampleUnpublished,
  archiveUrl: '/api/records/1204/files-archive',
  doi: {
    value: '10.5072/zenodo.1204',
    url: '/doi/10.5072/zenodo.1204',
    badgeUrl: 'http://127.0.0.1:8080/badge/DOI/10.5072/zenodo.1204.svg',
  },
  conceptDoi: { value: '10.5072/zenodo.1101', url: '/doi/10.5072/zenodo.1101' },
  doiState: 'registered',
};
