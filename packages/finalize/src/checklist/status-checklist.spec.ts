import { describe, expect, it } from '@jest/globals';
import { compareTags } from '../drift/compare-tags.js';
import type { AfterFacts, BeforeFacts, ChecklistFacts, VersionFacts } from './checklist-facts.js';
import { inapplicable, known, unknown } from './fact.js';
import type { Fact } from './fact.js';
import { formatChecklist, statusChecklist } from './status-checklist.js';

const digest = 'a'.repeat(64);
const last = { environment: 'sandbox', signatureSha256: digest, bundleSha256: digest };
const before: BeforeFacts = {
  rehearsal: known({ last, signatureSha256: digest, bundleSha256: digest }),
  missingFiles: known([]),
  frozen: known({ entries: 11, problems: 0, atTag: [] }),
  validation: known({ done: 8, of: 8 }),
  metadata: known({ errors: 0, warnings: 1 }),
  orcids: known({ done: 1, of: 1 }),
  licence: known('cc-by-4.0'),
  urls: known({ checked: 3, broken: [] }),
  token: known({
    environment: 'production',
    present: true,
    accepted: true,
    scopes: ['deposit:write', 'deposit:actions'],
  }),
};
const after: AfterFacts = {
  doi: '10.5281/zenodo.2',
  conceptDoi: '10.5281/zenodo.1',
  receipt: 'docs/releases/v1-ZENODO.json',
  receiptCommitted: known(true),
  notes: known({ placeholders: 0, namesDoi: true }),
  badgeDois: known(['10.5281/zenodo.1']),
  forgeRelease: known({ url: 'https://forge.example/r/1', namesDoi: true }),
  recordDoi: known('10.5281/ZENODO.2'),
  downloads: known({ done: 6, of: 6 }),
  documents: known({ naming: ['README.md'], of: 2 }),
};
const record = { version: 'v1', doi: after.doi, conceptDoi: after.conceptDoi };
const versionsOf = (change: Partial<Parameters<typeof compareTags>[0]>): Fact<VersionFacts> => {
  const tags = [{ tag: 'v1', commit: 'c' }];
  const inputs = { tags, records: [record], badgeDois: [], citationFileDois: [], ...change };
  return known({
    tags: inputs.tags.length,
    records: inputs.records.length,
    drift: compareTags(inputs),
  });
};
const facts: ChecklistFacts = { version: 'v1', before, after, versions: versionsOf({}) };
const item = (items: ReturnType<typeof statusChecklist>, id: string) =>
  items.find((one) => one.id === id);
const all = <Facts extends object>(values: Facts, fact: Fact<never>): Facts =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? value : fact]),
  ) as Facts;

describe('the checklist', () => {
  it('when all is done, every line says yes with its facts and no cure', () => {
    const items = statusChecklist(facts);
    expect(items.map(({ state, cure }) => [state, cure])).toEqual(Array(20).fill(['yes', null]));
    const text = formatChecklist(items);
    expect(text).toMatch(/✓ Validation passes +8\/8\n/);
    expect(text).toMatch(/20 yes, 0 no, 0 not known, 0 not applicable$/);
  });

  it('when nobody could tell, no line but the DOI says yes, and each says why', () => {
    const why = unknown('there is no network');
    const items = statusChecklist({
      version: 'v1',
      before: all(before, why),
      after: all(after, why),
      versions: why,
    });
    expect(items.filter(({ state }) => state === 'yes').map(({ id }) => id)).toEqual(['doi']);
    expect(items.filter(({ state }) => state === 'unknown')).toHaveLength(19);
    expect(formatChecklist(items)).toMatch(/\? The record is reachable +there is no network\n/);
  });

  it('when there is nothing of a kind, that is no gap', () => {
    const forgeRelease = inapplicable('the remote leads to no forge');
    const items = statusChecklist({ ...facts, after: { ...after, forgeRelease } });
    expect(item(items, 'forge-release')).toMatchObject({ state: 'inapplicable', cure: null });
    expect(formatChecklist(items)).toMatch(/– The release page names it +the remote leads/);
  });

  it('when nothing is published yet, what comes after is not asked', () => {
    const items = statusChecklist({ ...facts, after: null });
    expect(items.some(({ phase }) => phase === 'after')).toBe(false);
    expect(formatChecklist(items)).not.toContain('After publication');
  });

  it('when a file was changed by finalize and matches at the tag, the freeze holds', () => {
    const frozen = known({ entries: 2, problems: 0, atTag: ['NOTES.md'] });
    const items = statusChecklist({ ...facts, before: { ...before, frozen } });
    expect(item(items, 'frozen')).toMatchObject({
      state: 'yes',
      detail: '2 files match, at the tag NOTES.md',
    });
  });

  const other = { ...last, bundleSha256: 'b'.repeat(64) };
  const now = { signatureSha256: digest, bundleSha256: digest };
  const scopes = { environment: 'production', present: true, accepted: true } as const;
  it.each<[string, Partial<BeforeFacts>]>([
    ['rehearsed', { rehearsal: known({ ...now, last: { ...last, signatureSha256: 'b' } }) }],
    ['rehearsed', { rehearsal: known({ ...now, last: other }) }],
    ['rehearsed', { rehearsal: known({ ...now, last: null }) }],
    ['files', { missingFiles: known(['a']) }],
    ['frozen', { frozen: known({ entries: 0, problems: 0, atTag: [] }) }],
    ['frozen', { frozen: known({ entries: 2, problems: 1, atTag: [] }) }],
    ['validation', { validation: known({ done: 7, of: 8 }) }],
    ['validation', { validation: known({ done: 0, of: 0 }) }],
    ['metadata', { metadata: known({ errors: 1, warnings: 0 }) }],
    ['orcid', { orcids: known({ done: 1, of: 2 }) }],
    ['licence', { licence: known('') }],
    ['urls', { urls: known({ checked: 1, broken: ['https://x.y'] }) }],
    ['token', { token: known({ ...scopes, present: false, scopes: null }) }],
    ['token', { token: known({ ...scopes, accepted: false, scopes: null }) }],
    ['token', { token: known({ ...scopes, scopes: ['deposit:write'] }) }],
  ])('when %s fails (%j), it says no and tells the cure', (id, change) => {
    const items = statusChecklist({ ...facts, before: { ...before, ...change } });
    expect(item(items, id)).toMatchObject({ state: 'no', cure: expect.any(String) });
    expect(formatChecklist(items)).toContain('      cure: ');
  });

  it('when the bundle was not made, the signature alone is compared', () => {
    const rehearsal = known({ last: other, signatureSha256: digest, bundleSha256: null });
    const items = statusChecklist({ ...facts, before: { ...before, rehearsal } });
    expect(item(items, 'rehearsed')?.state).toBe('yes');
  });

  it.each<[string, Partial<AfterFacts>]>([
    ['notes', { notes: known({ placeholders: 2, namesDoi: true }) }],
    ['notes', { notes: known({ placeholders: 0, namesDoi: false }) }],
    ['badge', { badgeDois: known(['10.5281/zenodo.9']) }],
    ['badge', { badgeDois: known([]) }],
    ['record-json', { receiptCommitted: known(false) }],
    ['forge-release', { forgeRelease: known(null) }],
    ['forge-release', { forgeRelease: known({ url: 'u', namesDoi: false }) }],
    ['record', { recordDoi: known(null) }],
    ['record', { recordDoi: known('10.5281/zenodo.3') }],
    ['downloads', { downloads: known({ done: 0, of: 0 }) }],
    ['concept-doi', { documents: known({ naming: [], of: 1 }) }],
  ])('after publication, when %s fails (%j), it says no', (id, change) => {
    const items = statusChecklist({ ...facts, after: { ...after, ...change } });
    expect(item(items, id)?.state).toBe('no');
  });

  it.each<[string, Parameters<typeof versionsOf>[0]]>([
    ['tags', { tags: ['v0', 'v1'].map((tag) => ({ tag, commit: 'c' })) }],
    ['records', { tags: [] }],
    ['shown-dois', { badgeDois: [{ file: 'README.md', doi: '10.5281/zenodo.9' }] }],
  ])('over all versions, when %s disagree, it says no', (id, change) => {
    const items = statusChecklist({ ...facts, versions: versionsOf(change) });
    expect(item(items, id)?.state).toBe('no');
  });
});
