import { describe, expect, it } from '@jest/globals';
import type { BundleEntry } from '@nx-zenodo/bundle';
import type { DepositionFacts } from '@nx-zenodo/zenodo-api';
import type { PublishedVersion } from './observed-deposit.js';
import { recogniseDraft } from './recognise-draft.js';

const entry = (key: string): BundleEntry => ({
  key,
  path: key,
  size: 1,
  sha256: `s ${key}`,
  md5: `new ${key}`,
});
const desired = {
  release: { name: 'r', version: 'v2' },
  metadata: { title: ' A title ' },
  files: [entry('a.txt'), entry('b.txt')],
};
const old = (key: string, text = key) => ({ fileId: key, key, size: 1, md5: `old ${text}` });
const facts = (
  title: string,
  version: string,
  files: readonly ReturnType<typeof old>[],
): DepositionFacts =>
  ({ title, metadata: { title, version }, files }) as unknown as DepositionFacts;
const published = (state: 'done' | 'inprogress', of: DepositionFacts) =>
  ({ ...of, state }) as PublishedVersion;
const previous = published('done', facts('A title', 'v1', [old('a.txt'), old('gone.txt')]));
const kindOf = (draft: DepositionFacts, before?: PublishedVersion, journalled = false) =>
  recogniseDraft(desired, draft, before, journalled);

describe('a draft under a concept of its own', () => {
  it('when it has our title and version, it is ours, however the title is spaced', () => {
    expect(kindOf(facts('A title', 'v2', []))).toBe('ours');
    expect(kindOf(facts('  A title', 'v2', [old('a.txt')]))).toBe('ours');
  });

  it('when title or version is another, it is of somebody else', () => {
    expect(kindOf(facts('Another', 'v2', []))).toBe('other');
    expect(kindOf(facts('A title', 'v3', []))).toBe('other');
  });

  it('when it holds a file that we do not send, it is of somebody else', () => {
    expect(kindOf(facts('A title', 'v2', [old('a.txt'), old('theirs.txt')]))).toBe('other');
  });
});

describe('a draft under the concept of the release', () => {
  it('when it has our version, it is ours, whatever its title', () => {
    expect(kindOf(facts('A title that was corrected', 'v2', []), previous)).toBe('ours');
  });

  it('when it holds files of the last version that we drop, it is ours', () => {
    expect(kindOf(facts('A title', 'v2', [old('gone.txt')]), previous)).toBe('ours');
  });

  it('when such a file has other bytes or another name, somebody has worked on it', () => {
    expect(kindOf(facts('A title', 'v2', [old('gone.txt', 'x')]), previous)).toBe('other');
    expect(kindOf(facts('A title', 'v2', [old('moved.txt', 'gone.txt')]), previous)).toBe('other');
  });

  it('when it is as Zenodo made it, it is a copy; with anything changed, it is of somebody else', () => {
    const { files, title } = previous;
    expect(kindOf(facts(title, '', files), previous)).toBe('copy');
    expect(kindOf(facts('Renamed', '', files), previous)).toBe('other');
    expect(kindOf(facts(title, '', files.slice(1)), previous)).toBe('other');
    expect(kindOf(facts(title, 'v7', files), previous)).toBe('other');
  });

  it('when somebody changed no more than its description, it is of somebody else', () => {
    const { files, title } = previous;
    const copy = facts(title, '', files);
    const described = { ...copy, metadata: { ...copy.metadata, description: 'Theirs.' } };
    expect(kindOf(described, previous)).toBe('other');
  });

  it('when Zenodo set the date and left out what belongs to the version, it is still a copy', () => {
    const { files, title } = previous;
    const own = { publication_date: '2020-01-02', doi: '10.5072/zenodo.1', communities: [] };
    const before = { ...previous, metadata: { ...previous.metadata, ...own } };
    const dated = { title, publication_date: '2026-01-02', prereserve_doi: { recid: 2 } };
    expect(kindOf({ ...facts(title, '', files), metadata: dated }, before)).toBe('copy');
  });

  it('when the version before it is being edited, what Zenodo copied is not known', () => {
    const { files, title } = previous;
    const copy = facts(title, '', files);
    expect(kindOf(copy, published('inprogress', previous))).toBe('other');
  });
});

describe('a draft that the journal names', () => {
  it('when its title and version were corrected since, it is ours by its files', () => {
    expect(kindOf(facts('Other', 'v7', [old('a.txt')]), undefined, true)).toBe('ours');
    expect(kindOf(facts('Other', 'v7', [old('theirs.txt')]), undefined, true)).toBe('other');
  });
});

describe('a draft before the bundle is made', () => {
  it('when it has our title and version, it is ours, whatever files it holds', () => {
    const reserving = { ...desired, files: [] };
    const draft = facts('A title', 'v2', [old('a.txt')]);
    expect(recogniseDraft(reserving, draft, undefined, false)).toBe('ours');
  });
});
