import { describe, expect, it } from '@jest/globals';
import { html } from '../html/html.js';
import { sampleRecord } from '../testing/sample-record.js';
import { textOf } from '../testing/text-of.js';
import { citationPanel } from './identity/citation-panel.js';
import { communityList } from './lists/community-list.js';
import { exportList } from './identity/export-list.js';
import { factList } from './lists/fact-list.js';
import { fundingList } from './lists/funding-list.js';
import { keywordList } from './lists/keyword-list.js';
import { licenceList } from './lists/licence-list.js';
import { referenceList } from './lists/reference-list.js';
import { relatedList } from './lists/related-list.js';
import { section, whereAny } from './section.js';

const finding = {
  code: 'NZ3001',
  severity: 'error',
  message: 'No description.',
  cure: 'Write one.',
} as const;

describe('a part of the page', () => {
  it('when it has content, its heading names the region', () => {
    const part = section({
      slot: 'notes',
      heading: 'Notes',
      content: html`<p>a</p>`,
      findings: [],
    });
    expect(part?.toString()).toContain('aria-labelledby="at-notes"');
    expect(textOf(part)).toBe('Notes a');
  });

  it('when it is empty, it falls away, unless something was found about it', () => {
    const empty = { slot: 'notes', heading: 'Notes', content: null } as const;
    expect(section({ ...empty, findings: [] })).toBeNull();
    expect(textOf(section({ ...empty, findings: [finding] }))).toBe(
      'Notes Error No description. Write one. NZ3001 Nothing given.',
    );
    expect(whereAny([], () => 'x')).toBeNull();
  });
});

describe('citations', () => {
  it('when there are several, each is in the page, and script may show one at a time', () => {
    const panel = citationPanel(sampleRecord.citations)?.toString() ?? '';
    expect(panel.match(/type="radio"/g)).toHaveLength(3);
    expect(panel.match(/ checked/g)).toHaveLength(1);
    expect(panel.match(/<fieldset[^>]*\shidden/)).not.toBeNull();
    expect(panel).toContain('@software{carberry_2026_1204,\n  author');
  });

  it('when there is one, there is no choice; when there is none, no part', () => {
    expect(String(citationPanel(sampleRecord.citations.slice(0, 1)))).not.toContain('radio');
    expect(citationPanel([])).toBeNull();
  });
});

describe('lists of a record', () => {
  it('when works are related, they stand under what they are to it, in words', () => {
    const text = textOf(
      relatedList([
        {
          relation: 'isSupplementTo',
          identifier: 'a',
          url: 'https://example.org/a',
          scheme: 'url',
        },
        { relation: 'Cites', identifier: 'b' },
        { relation: 'isSupplementTo', identifier: 'c', resourceType: 'Dataset' },
      ]),
    );
    expect(text).toBe('Is supplement to a (URL) c (Dataset) Cites b');
  });

  it('when a licence has an address, it is a link that says so', () => {
    const list = licenceList([
      { id: 'mit', title: 'MIT License', url: 'https://opensource.org/license/mit' },
    ]);
    expect(list.toString()).toContain('rel="license noopener noreferrer"');
    expect(textOf(list)).toBe('MIT License mit');
    expect(licenceList([{ id: 'x', title: 'X' }]).toString()).not.toContain('href');
  });

  it('when an award is named by number only, the number stands for it', () => {
    expect(textOf(fundingList([{ funder: 'F', number: '12' }, { funder: 'G' }]))).toBe('F 12 G');
    expect(
      textOf(fundingList([{ funder: 'F', award: 'A', number: '12', url: 'https://a.org' }])),
    ).toBe('F A 12');
  });

  it('when they are plain, each member is an item', () => {
    expect(textOf(keywordList(['a', 'b']))).toBe('a b');
    expect(textOf(referenceList(['a', 'b']))).toBe('a b');
    expect(communityList([{ id: 'a', title: 'A', url: '/c/a' }]).toString()).toContain(
      'href="/c/a"',
    );
    expect(textOf(exportList([{ label: 'JSON', url: '/x' }]))).toBe('Export JSON');
    expect(exportList([])).toBeNull();
  });

  it('when a fact has no content, it falls away', () => {
    expect(
      textOf(
        factList([
          { label: 'A', content: 'b' },
          { label: 'C', content: undefined },
        ]),
      ),
    ).toBe('A b');
    expect(factList([{ label: 'C', content: null }])).toBeNull();
  });
});
