import { describe, expect, it } from '@jest/globals';
import { formatDraftTable, formatRecordTable } from './draft-table.js';

const draft = {
  depositionId: 12,
  conceptRecordId: '11',
  kind: 'draft' as const,
  title: 'Rivers',
  version: 'v1',
  files: 2,
  bytes: 1500,
  created: '2026-01-02T03:04:05+00:00',
  modified: '2026-02-03T04:05:06+00:00',
  url: 'http://127.0.0.1/uploads/12',
};

describe('a table of drafts', () => {
  it('when there is none, it says so', () => {
    expect(formatDraftTable([])).toBe('No open drafts.');
  });

  it('when there are some, columns stand below each other and a missing title is named', () => {
    const edit = { ...draft, depositionId: 1234, kind: 'edit' as const, title: '', version: '' };
    expect(formatDraftTable([draft, edit])).toBe(
      [
        '12    draft  2026-02-03  2 files, 1.5 kB  Rivers, v1',
        '1234  edit   2026-02-03  2 files, 1.5 kB  (no title)',
      ].join('\n'),
    );
  });
});

describe('a table of records', () => {
  it('when there is none, it says so', () => {
    expect(formatRecordTable([])).toBe('No published records.');
  });

  it('when there is one, it begins with the id to remove it by', () => {
    const { title, version, created } = draft;
    const record = { recordId: 7, doi: '10.5072/zenodo.7', title, version, created };
    expect(formatRecordTable([record])).toBe('7  record  2026-01-02  10.5072/zenodo.7  Rivers, v1');
  });
});
