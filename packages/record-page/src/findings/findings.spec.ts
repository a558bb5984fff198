import { describe, expect, it } from '@jest/globals';
import { findingSummary } from '../components/findings/finding-summary.js';
import { renderPreviewPage } from '../pages/preview-page.js';
import { samplePreview } from '../testing/sample-preview.js';
import { textOf } from '../testing/text-of.js';
import type { FindingView } from '../view/finding-view.js';
import type { RecordView } from '../view/record-view.js';
import { slotOf, slots } from './field-slot.js';
import { buildFindingBoard } from './finding-board.js';

const about = (field: string, severity: FindingView['severity'] = 'error'): FindingView => ({
  code: 'NZ3001',
  severity,
  message: `About ${field}.`,
  cure: 'Mend it.',
  place: { field },
});

describe('the place of a finding', () => {
  it.each([
    ['title', 'title'],
    ['metadata.creators.0.orcid', 'creators'],
    ['/authors/1/affiliation', 'creators'],
    ['authors[2].orcid', 'creators'],
    ['date-released', 'publicationDate'],
    ['metadata.publication_type', 'resourceType'],
    ['license', 'licences'],
    ['repository-code', 'relatedIdentifiers'],
    ['access.embargo.until', 'access'],
    ['grants.0.id', 'funding'],
    ['journal_title', 'facts'],
    ['files.README.md', 'files'],
    ['', null],
    ['cff-version', null],
    ['__proto__', null],
  ])('when its field is %j, it is %j', (field, slot) => {
    expect(slotOf(about(field))).toBe(slot);
  });

  it('when it has no place at all, it is general', () => {
    expect(slotOf({ code: 'NZ1', severity: 'note', message: 'a', cure: 'b' })).toBeNull();
  });
});

describe('a board of findings', () => {
  it('when findings are placed, each is in exactly one list, errors first', () => {
    const findings = [
      about('title', 'note'),
      about('title'),
      about('x'),
      ...slots.map((s) => about(s)),
    ];
    const board = buildFindingBoard(findings);
    const placed = [...board.general, ...slots.flatMap((slot) => board.at(slot))];
    expect(new Set(placed)).toEqual(new Set(findings));
    expect(placed).toHaveLength(findings.length);
    expect(board.at('title')[0]?.severity).toBe('error');
  });
});

describe('the summary of findings', () => {
  it('when there are some, it counts them, and leads to those that have a place', () => {
    const summary = findingSummary(buildFindingBoard([about('title'), about('x', 'warning')]));
    expect(textOf(summary)).toBe(
      'Findings 1 error 1 warning Warning About x. Mend it. NZ3001 x NZ3001 About title.',
    );
    expect(summary?.toString()).toContain('href="#at-title"');
  });

  it('when there is none, there is no summary', () => {
    expect(findingSummary(buildFindingBoard([]))).toBeNull();
  });
});

describe('the preview', () => {
  it('when something was found about every field, each finding is told once and each way leads somewhere', () => {
    const names =
      'title version date-released type authors contributors abstract notes method license keywords related_identifiers grants communities access_right language references journal_title files doi';
    const findings = names.split(' ').map((name) => about(name));
    expect(new Set(findings.map(slotOf)).size).toBe(slots.length);
    // Nothing but the findings says that a draft has a version, a language or a description.
    const left = ['version', 'language', 'description'];
    const bare = Object.fromEntries(
      Object.entries(samplePreview.record).filter(([name]) => !left.includes(name)),
    ) as unknown as RecordView;
    const page = renderPreviewPage({
      ...samplePreview,
      record: { ...bare, contributors: [], keywords: [], notes: '', publicationDate: '', findings },
    });
    for (const { message } of findings) {
      expect(
        page.split(`>Error</strong>`).filter((part) => part.trim().startsWith(message)),
      ).toHaveLength(1);
    }
    for (const [, slot] of page.matchAll(/href="#(at-[A-Za-z]+)"/g)) {
      expect(page.split(`id="${slot}"`)).toHaveLength(2);
    }
  });
});
