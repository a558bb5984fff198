import type { FindingView, SearchView, UploadListView } from '../index.js';
import { sampleSite } from './sample-record.js';

export const sampleUploads: UploadListView = {
  site: sampleSite,
  owner: 'researcher@example.org',
  total: 23,
  paging: { page: 1, pageCount: 3, nextUrl: '/me/uploads?page=2' },
  uploads: [
    {
      id: '1207',
      title: '',
      url: '/uploads/1207',
      state: 'unsubmitted',
      creators: [],
      fileCount: 0,
      totalSize: 0,
      modified: '2026-11-20T18:03:11+00:00',
    },
    {
      id: '1206',
      title: 'Tidal Gauge Harmonics',
      url: '/uploads/1206',
      state: 'unsubmitted',
      version: '2.2.0',
      doi: '10.5072/zenodo.1206',
      doiState: 'reserved',
      resourceType: 'Software',
      creators: ['Carberry, Josiah', 'Meitner, Lise'],
      fileCount: 1,
      totalSize: 48_000_000,
      modified: '2026-11-19T08:00:00+00:00',
    },
    {
      id: '1204',
      title: 'Tidal Gauge Harmonics',
      url: '/records/1204',
      state: 'done',
      version: '2.1.0',
      doi: '10.5072/zenodo.1204',
      doiState: 'registered',
      resourceType: 'Software',
      creators: ['Carberry, Josiah', 'Meitner, Lise'],
      fileCount: 3,
      totalSize: 48_230_388,
      modified: '2026-11-12T09:20:44+00:00',
    },
    {
      id: '1160',
      title: 'Station metadata of the southern gauges',
      url: '/uploads/1160',
      state: 'inprogress',
      doi: '10.5072/zenodo.1160',
      resourceType: 'Dataset',
      creators: ['Noether, Emmy'],
      fileCount: 12,
      totalSize: 7_204_113_902,
      modified: '2026-11-02T10:00:00+00:00',
    },
  ],
};

export const sampleSearch: SearchView = {
  site: sampleSite,
  query: 'tides',
  total: 1,
  hits: [
    {
      url: '/records/1204',
      title: 'Tidal Gauge Harmonics',
      creators: ['Carberry, Josiah', 'Meitner, Lise'],
      publicationDate: '2026-11-12',
      resourceType: 'Software',
      accessRight: 'open',
      version: '2.1.0',
      doi: '10.5072/zenodo.1204',
      description: `<p>Harmonic constituents of sea level.</p><p>${'Hourly series at tide gauges. '.repeat(20)}</p>`,
    },
  ],
};

export const sampleFindings: readonly FindingView[] = [
  {
    code: 'NZ3031',
    severity: 'error',
    message: 'The ORCID 0000-0002-1825-0098 has a wrong check digit.',
    cure: 'Copy the ORCID again from the profile of the author.',
    place: { file: 'CITATION.cff', line: 9, column: 12, field: 'authors.0.orcid' },
  },
  {
    code: 'NZ3042',
    severity: 'warning',
    message: 'The version is 2.1.0 here and 2.0.9 in package.json.',
    cure: 'Write one version into both files.',
    place: { file: '.zenodo.json', line: 4, column: 3, field: '/version' },
  },
  {
    code: 'NZ3050',
    severity: 'note',
    message: 'Zenodo removes the tag <img> from the description.',
    cure: 'Link to the picture instead.',
    place: { file: '.zenodo.json', line: 6, field: 'metadata.description' },
  },
  {
    code: 'NZ3001',
    severity: 'warning',
    message: 'Two metadata files are present, and the GitHub integration reads only one.',
    cure: 'Keep .zenodo.json, or remove it.',
    place: { file: 'CITATION.cff' },
  },
];
