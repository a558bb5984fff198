import type { PreviewView } from '../index.js';
import { sampleFindings } from './sample-lists.js';
import { sampleRecord, sampleUnpublished } from './sample-record.js';

const [creator] = sampleRecord.creators;

/** A release whose GitHub integration would lose an author and the file names. */
export const samplePreview: PreviewView = {
  project: 'tidal-gauges',
  record: {
    ...sampleUnpublished,
    site: { name: 'Preview', homeUrl: '#main' },
    versions: [],
    exports: [],
    files: sampleRecord.files.map(({ key, size, md5 }) => ({
      key,
      ...(size !== undefined && { size }),
      ...(md5 !== undefined && { md5 }),
    })),
    findings: sampleFindings,
  },
  githubIntegration: {
    kind: 'record',
    record: {
      ...sampleUnpublished,
      version: 'v2.1.0',
      publicationDate: '2026-11-21',
      creators: creator === undefined ? [] : [creator],
      relatedIdentifiers: sampleRecord.relatedIdentifiers.slice(0, 1),
      files: [{ key: 'example/tidal-gauge-harmonics-v2.1.0.zip' }],
    },
  },
  lastPublished: {
    kind: 'record',
    record: {
      ...sampleRecord,
      version: '2.0.0',
      publicationDate: '2026-05-02',
      doi: { value: '10.5072/zenodo.1160' },
      keywords: ['sea level', 'tides'],
      funding: [],
    },
  },
};

/** The same release where the integration refuses it and nothing was published before. */
export const sampleFirstPreview: PreviewView = {
  ...samplePreview,
  githubIntegration: {
    kind: 'failure',
    stage: 'CITATION.cff',
    message: 'The licence “Apache 2” is none that Zenodo knows.',
  },
  lastPublished: { kind: 'absent', message: 'Nothing has been published yet.' },
};
