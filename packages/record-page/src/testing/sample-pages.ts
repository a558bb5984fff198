import {
  renderDraftPage,
  renderErrorPage,
  renderNewUploadPage,
  renderPreviewPage,
  renderRecordPage,
  renderSearchPage,
  renderUploadList,
} from '../index.js';
import { sampleFindings, sampleSearch, sampleUploads } from './sample-lists.js';
import { sampleFirstPreview, samplePreview } from './sample-preview.js';
import { sampleRecord, sampleSite, sampleUnpublished } from './sample-record.js';

const manyCreators = Array.from({ length: 40 }, (_, i) => ({ name: `Author, Number ${i + 1}` }));

const olderVersion = sampleRecord.versions.map((version) => ({
  ...version,
  isThis: version.id === '1102',
}));

/** One page of each kind, and the states in which they look different. */
export const samplePages: Readonly<Record<string, string>> = {
  '/record': renderRecordPage(sampleRecord),
  '/older': renderRecordPage({
    ...sampleRecord,
    versions: olderVersion,
    creators: manyCreators,
    access: { right: 'embargoed', embargoUntil: '2027-03-01', reason: 'Until the paper is out.' },
    doiState: 'pending',
  }),
  '/draft': renderDraftPage({
    record: { ...sampleUnpublished, findings: sampleFindings },
    state: 'unsubmitted',
    apiUrl: 'http://127.0.0.1/api/deposit/depositions/1204',
  }),
  '/uploads': renderUploadList(sampleUploads),
  '/no-uploads': renderUploadList({ site: sampleSite, uploads: [], total: 0 }),
  '/new': renderNewUploadPage({
    site: sampleSite,
    apiUrl: 'http://127.0.0.1/api',
    token: 'local-zenodo-token',
    uploadsUrl: 'http://127.0.0.1/me/uploads',
  }),
  '/search': renderSearchPage(sampleSearch),
  '/error': renderErrorPage(404, 'The persistent identifier is not registered.', sampleSite),
  '/preview': renderPreviewPage(samplePreview),
  '/first-preview': renderPreviewPage(sampleFirstPreview),
};
