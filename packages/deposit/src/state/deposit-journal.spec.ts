import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatJournal, journalledDraft, parseJournal } from './deposit-journal.js';
import type { JournalEntry } from './deposit-journal.js';

const origin = fc.constantFrom('https://zenodo.org', 'https://sandbox.zenodo.org');
const release = fc.record({
  name: fc.constantFrom('one', 'two'),
  version: fc.constantFrom('v1', 'v2'),
});
const entry: fc.Arbitrary<JournalEntry> = fc.record({
  schemaVersion: fc.constant(1 as const),
  origin,
  release,
  depositionId: fc.option(fc.nat()),
  step: fc.string(),
});

describe('a journal', () => {
  it('when it is written and read, it is the same', () => {
    fc.assert(fc.property(entry, (one) => expect(parseJournal(formatJournal(one))).toEqual(one)));
  });

  it.each(['', '{', '{}', 'null', '{"schemaVersion":1,"depositionId":7}'])(
    'when it is %j, it is none',
    (text) => expect(parseJournal(text)).toBeNull(),
  );

  it('when it is of another service, release or version, the draft that it names is not looked at', () => {
    fc.assert(
      fc.property(entry, origin, release, (one, here, ours) => {
        const isOurs =
          one.origin === here &&
          one.release.name === ours.name &&
          one.release.version === ours.version;
        expect(journalledDraft(one, here, ours)).toBe(isOurs ? one.depositionId : null);
      }),
    );
  });
});
