import { describe, expect, it } from '@jest/globals';
import type { AfterFacts, BeforeFacts } from './checklist-facts.js';
import { formatChecklist, statusChecklist } from './status-checklist.js';

const digest = 'a'.repeat(64);
const before: BeforeFacts = {
  rehearsal: { environment: 'sandbox', signatureSha256: digest },
  signatureSha256: digest,
  missingFiles: [],
  frozen: { entries: 11, problems: 0 },
  validation: { done: 8, of: 8 },
  metadata: { errors: 0, warnings: 1 },
  orcids: { done: 1, of: 1 },
  licence: 'cc-by-4.0',
  urls: { checked: 3, broken: [] },
  token: { environment: 'production', present: true, scopes: ['deposit:write', 'deposit:actions'] },
};
const after: AfterFacts = {
  doi: '10.5281/zenodo.2',
  conceptDoi: '10.5281/zenodo.1',
  receipt: 'docs/releases/v1-ZENODO.json',
  receiptCommitted: true,
  placeholdersInNotes: 0,
  badgeDois: ['10.5281/zenodo.1'],
  forgeRelease: 'https://forge.example/r/1',
  recordReachable: true,
  downloads: { done: 6, of: 6 },
  documentsWithConceptDoi: ['README.md'],
};
const state = (items: ReturnType<typeof statusChecklist>, id: string) =>
  items.find((item) => item.id === id)?.state;

describe('the checklist', () => {
  it('when all is done, every line says yes with its facts', () => {
    const items = statusChecklist({ version: 'v1', before, after });
    expect(items.map((item) => item.state)).toEqual(Array(17).fill('yes'));
    expect(formatChecklist(items)).toContain('✓ Validation passes ');
    expect(formatChecklist(items)).toMatch(/8\/8\n/);
    expect(formatChecklist(items)).toMatch(/17 yes, 0 no, 0 not looked at$/);
  });

  it('when nobody looked, no line says yes', () => {
    const unknown = <T extends object>(facts: T) =>
      Object.fromEntries(Object.keys(facts).map((key) => [key, null])) as T;
    const items = statusChecklist({
      version: 'v1',
      before: unknown(before),
      after: unknown(after),
    });
    expect(items.map((item) => item.state)).toEqual(Array(17).fill('unknown'));
  });

  it('when nothing is published yet, only what comes before is asked', () => {
    const items = statusChecklist({ version: 'v1', before, after: null });
    expect(items.every(({ phase }) => phase === 'before')).toBe(true);
    expect(formatChecklist(items)).not.toContain('After publication');
  });

  it.each([
    ['rehearsed', { rehearsal: { environment: 'sandbox', signatureSha256: 'b'.repeat(64) } }],
    ['rehearsed', { rehearsal: null }],
    ['files', { missingFiles: ['a'] }],
    ['frozen', { frozen: { entries: 0, problems: 0 } }],
    ['frozen', { frozen: { entries: 2, problems: 1 } }],
    ['validation', { validation: { done: 7, of: 8 } }],
    ['validation', { validation: { done: 0, of: 0 } }],
    ['metadata', { metadata: { errors: 1, warnings: 0 } }],
    ['orcid', { orcids: { done: 1, of: 2 } }],
    ['licence', { licence: '' }],
    ['urls', { urls: { checked: 1, broken: ['https://x.y'] } }],
    ['token', { token: { environment: 'production', present: false, scopes: null } }],
    ['token', { token: { environment: 'production', present: true, scopes: ['deposit:write'] } }],
  ])('when %s fails (%j), it says no', (id, change) => {
    expect(
      state(statusChecklist({ version: 'v1', before: { ...before, ...change }, after: null }), id),
    ).toBe('no');
  });

  it.each([
    ['doi', { receipt: '' }],
    ['notes', { placeholdersInNotes: 2 }],
    ['badge', { badgeDois: ['10.5281/zenodo.9'] }],
    ['badge', { badgeDois: [] }],
    ['record-json', { receiptCommitted: false }],
    ['forge-release', { forgeRelease: '' }],
    ['record', { recordReachable: false }],
    ['downloads', { downloads: { done: 0, of: 0 } }],
    ['concept-doi', { documentsWithConceptDoi: [] }],
  ])('after publication, when %s fails (%j), it says no', (id, change) => {
    expect(
      state(statusChecklist({ version: 'v1', before, after: { ...after, ...change } }), id),
    ).toBe('no');
  });
});
