import { describe, expect, it } from '@jest/globals';
import * as door from './index.js';

describe('the public door', () => {
  it('when a name is added or removed, it is on purpose', () => {
    expect(Object.keys(door).sort()).toEqual([
      'badgeHeaders',
      'buildJsonLd',
      'buildMetadataView',
      'compareRecords',
      'formatLinkHeader',
      'pageHeaders',
      'renderBadgeSvg',
      'renderDraftPage',
      'renderErrorPage',
      'renderNewUploadPage',
      'renderPreviewPage',
      'renderRecordPage',
      'renderSearchPage',
      'renderUploadList',
      'signpostingLinks',
      'viewLicence',
    ]);
  });
});
