import { describe, expect, it } from '@jest/globals';
import { buildFindingBoard } from '../../findings/finding-board.js';
import { sampleRecord } from '../../testing/sample-record.js';
import { textOf } from '../../testing/text-of.js';
import { recordHeader } from './record-header.js';

const board = buildFindingBoard([]);

describe('the head of a record', () => {
  it('when the record is complete, it says what, which, when, for whom, and by whom', () => {
    expect(textOf(recordHeader(sampleRecord, board))).toMatch(
      /^Software Version 2\.1\.0 12 November 2026 Open Tidal Gauge Harmonics: .* Carberry, Josiah Brown University /,
    );
  });

  it('when a draft has nothing yet, it says what is not there', () => {
    const empty = {
      ...sampleRecord,
      title: ' ',
      creators: [],
      publicationDate: '',
      resourceType: { id: '', title: '' },
    };
    const text = textOf(recordHeader(empty, board));
    for (const words of ['Untitled', 'No creators given', 'No date', 'No resource type']) {
      expect(text).toContain(words);
    }
  });

  it('when the language is known, the title is marked with it', () => {
    const german = recordHeader({ ...sampleRecord, language: 'deu' }, board).toString();
    expect(german).toContain('tabindex="-1" dir="auto" lang="de"');
    expect(recordHeader({ ...sampleRecord, language: '?' }, board).toString()).not.toContain(
      'lang=',
    );
  });

  it('when it stands in the preview, it is one rank lower', () => {
    expect(recordHeader(sampleRecord, board, 2).toString()).toContain('<h2 class="record-title"');
  });
});
