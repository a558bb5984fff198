import { describe, expect, it } from '@jest/globals';
import { comparisonTable } from '../components/findings/comparison-table.js';
import { outcomeCards } from '../components/findings/outcome-cards.js';
import { buildFindingBoard } from '../findings/finding-board.js';
import { sampleFindings } from '../testing/sample-lists.js';
import { sampleFirstPreview, samplePreview } from '../testing/sample-preview.js';
import { textOf } from '../testing/text-of.js';
import { compareRecords } from './compare-records.js';

const rowOf = (label: string, view = samplePreview) =>
  compareRecords(view).find((row) => row.label === label);

describe('records side by side', () => {
  it('when a field is the same everywhere, its row says so', () => {
    expect(rowOf('Title')).toMatchObject({ isSame: true, githubIntegration: { verdict: 'same' } });
  });

  it('when a creator is lost on the way, the row names who', () => {
    expect(rowOf('Creators')).toMatchObject({
      isSame: false,
      githubIntegration: {
        verdict: 'differs',
        missing: ['Meitner, Lise · Institute of Oceanography, Kiel', 'Tide Gauge Working Group'],
      },
      lastPublished: { verdict: 'same' },
    });
  });

  it('when the same lines stand in another order, that is a difference with nothing missing', () => {
    const { record } = samplePreview;
    const creators = [...record.creators].reverse();
    const row = rowOf('Creators', {
      ...samplePreview,
      lastPublished: { kind: 'record', record: { ...record, creators } },
    });
    expect(row?.lastPublished).toMatchObject({ verdict: 'differs', missing: [] });
  });

  it('when nobody says anything about a field, it has no row', () => {
    expect(rowOf('Method')).toBeUndefined();
  });

  it('when a party has no record, its cells are unknown, and agreement is not claimed for it', () => {
    const rows = compareRecords(sampleFirstPreview);
    expect(rows.every((row) => row.githubIntegration.verdict === 'unknown')).toBe(true);
    expect(textOf(comparisonTable(rows, buildFindingBoard([])))).not.toContain('same');
  });

  it('when a description differs far inside, the cell shows the place where it does', () => {
    const words = 'word '.repeat(400);
    const view = {
      ...samplePreview,
      record: { ...samplePreview.record, description: `<p>${words}ours</p>` },
      lastPublished: {
        kind: 'record',
        record: { ...samplePreview.record, description: `<p>${words}theirs</p>` },
      },
    } as const;
    expect(textOf(comparisonTable(compareRecords(view), buildFindingBoard([])))).toContain(
      'theirs',
    );
  });
});

describe('the three outcomes', () => {
  it('when the integration would fail, its stage and cause are told', () => {
    const text = textOf(outcomeCards(sampleFirstPreview));
    expect(text).toContain(
      'fails at CITATION.cff The licence “Apache 2” is none that Zenodo knows.',
    );
    expect(text).toContain('Last published version Nothing has been published yet.');
  });

  it('when errors were found in ours, its card says that it cannot be published yet', () => {
    const errors = sampleFindings.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    expect(textOf(outcomeCards(samplePreview))).toMatch(
      /We will publish not yet: \d+ errors? stands? in the way/,
    );
    const sound = { ...samplePreview, record: { ...samplePreview.record, findings: [] } };
    expect(textOf(outcomeCards(sound))).not.toContain('in the way');
  });
});
