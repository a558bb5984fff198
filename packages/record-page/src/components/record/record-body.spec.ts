import { describe, expect, it } from '@jest/globals';
import { buildFindingBoard } from '../../findings/finding-board.js';
import { sampleRecord } from '../../testing/sample-record.js';
import { textOf } from '../../testing/text-of.js';
import type { RecordView } from '../../view/record-view.js';
import { recordBody } from './record-body.js';

const filesOf = (changes: Partial<RecordView>) => {
  const [, files] = recordBody({ ...sampleRecord, ...changes }, buildFindingBoard());
  return textOf(files ?? null);
};

describe('the files of a record', () => {
  it('when they are kept back, the page says from whom, and names none', () => {
    const hidden = { files: [], filesAreHidden: true };
    expect(filesOf({ ...hidden, access: { right: 'restricted' } })).toBe(
      'Files The record is public; its files are seen by those whom its owner lets see them.',
    );
    const access = { right: 'embargoed', embargoUntil: '2031-05-01' } as const;
    expect(filesOf({ ...hidden, access })).toBe(
      'Files Nobody but its owner sees the files before 1 May 2031.',
    );
  });

  it('when there are none, there is no part for them', () => {
    expect(filesOf({ files: [] })).toBe('');
  });
});
