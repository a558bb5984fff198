import { describe, expect, it } from '@jest/globals';
import { publishedRelease } from './published-release.js';
import type { ReceiptPart } from './published-release.js';

const receipt: ReceiptPart = {
  release: { name: 'sample', version: 'v1' },
  doi: '10.5072/zenodo.2',
  conceptDoi: '10.5072/zenodo.1',
  recordUrl: 'http://127.0.0.1:5999/records/2',
  files: [{ key: 'a', size: 1, sha256: 'a'.repeat(64), md5: 'b'.repeat(32) }],
  answer: { metadata: { publication_date: '2026-03-04' } },
};

describe('what a receipt says', () => {
  it('when it is whole, site and date come out of it', () => {
    expect(publishedRelease(receipt)).toMatchObject({
      version: 'v1',
      site: 'http://127.0.0.1:5999',
      publicationDate: '2026-03-04',
      files: [{ key: 'a', size: 1, sha256: 'a'.repeat(64) }],
    });
  });

  it('when the concept has no DOI, the one of the version stands for it, and a missing date is none', () => {
    expect(publishedRelease({ ...receipt, conceptDoi: null, answer: null })).toMatchObject({
      conceptDoi: '10.5072/zenodo.2',
      publicationDate: null,
    });
  });

  it('when a DOI is none, nothing is guessed', () => {
    expect(() => publishedRelease({ ...receipt, doi: 'zenodo.2', conceptDoi: 'soon' })).toThrow(
      expect.objectContaining({ code: 'NZ8002', findings: [expect.anything(), expect.anything()] }),
    );
  });
});
