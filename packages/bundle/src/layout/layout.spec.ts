import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { checkEntryName } from '../archive/entry-name.js';
import { BundleError, bundleLayoutSchema } from '../index.js';
import { modifiedAtOf } from './modified-at.js';
import { loadSelectPaths } from './select-paths.js';

describe('the layout of a bundle', () => {
  it('when an archive is asked for by its name alone, it holds everything at level 6', () => {
    expect(v.parse(bundleLayoutSchema, { archive: { name: 'x-{version}.zip' } })).toEqual({
      archive: { name: 'x-{version}.zip', include: ['**'], exclude: [], folder: '', level: 6 },
    });
  });

  it.each([
    { archive: { name: 'x.rar' } },
    { archive: { name: 'a/x.zip' } },
    { archive: { name: 'x.zip', level: 10 } },
    { archive: { name: 'x.zip', folder: '../out' } },
    { archive: { name: 'x.zip', folder: '/abs' } },
    { archive: { name: 'x.zip', folder: 'a/./b' } },
    { archive: { name: 'x.zip', folder: 'a\\..\\b' } },
    { archive: { name: 'x.zip', folder: 'C:' } },
    { archive: { name: 'x.zip', folder: 'a\0' } },
    { archive: { name: 'a\\x.zip' } },
    { archive: { name: '.zip' } },
    { files: {} },
    { file: { include: [] } },
  ])('when it is %j, it is refused', (written) => {
    expect(v.safeParse(bundleLayoutSchema, written).success).toBe(false);
  });

  it('when globs choose, dots are letters, the order is kept and a name with brackets is itself', async () => {
    const select = await loadSelectPaths();
    const items = ['.hidden/a.csv', 'b.csv', 'c[1].csv', 'd.md'].map((path) => ({ path }));
    const chosen = (include: string[], exclude: string[] = []) =>
      select(items, include, exclude).map(({ path }) => path);
    expect(chosen(['**/*.csv'], ['b.*'])).toEqual(['.hidden/a.csv', 'c[1].csv']);
    expect(chosen(['c[1].csv'])).toEqual(['c[1].csv']);
    expect(chosen(['**'], ['c[1].csv', 'd.md'])).toEqual(['.hidden/a.csv', 'b.csv']);
    expect(select([{ path: 'x\ny.csv' }], ['**'], [])).toHaveLength(1);
    expect(chosen([])).toEqual([]);
  });
});

describe('names in an archive', () => {
  it.each([
    'a\\b',
    'a\u0000b',
    'e\u0301',
    'a/../b',
    '/a',
    'C:/a',
    'a//b',
    'a/./b',
    './a',
    '\ud800',
    'x'.repeat(70_000),
  ])('when the name is %j, it is refused', (name) => {
    expect(checkEntryName(name, 'p').map(({ code, place }) => [code, place?.file])).toEqual([
      ['NZ4012', 'p'],
    ]);
  });

  it.each(['a', '.a/b c', 'Σ/é/😀', 'note:b'])('when the name is %j, it is taken', (name) => {
    expect(checkEntryName(name, 'p')).toEqual([]);
  });
});

describe('the time of archive entries', () => {
  const manifest = (date: string | null) =>
    ({ release: { name: 'n', version: '1', tag: null, commit: null, date } }) as Parameters<
      typeof modifiedAtOf
    >[0];

  it('when SOURCE_DATE_EPOCH is set, it counts; then the date of the tag; then 1980', () => {
    expect(modifiedAtOf(manifest('2025-01-01T00:00:00Z'), '1700000000')).toBe(1_700_000_000);
    expect(modifiedAtOf(manifest('2025-01-01T00:00:00Z'), undefined)).toBe(1_735_689_600);
    expect(modifiedAtOf(manifest('2025-01-01T00:00:00Z'), '')).toBe(1_735_689_600);
    expect(modifiedAtOf(manifest(null), undefined)).toBe(315_532_800);
  });

  it.each(['yesterday', '-1', '1.5', '1e9'])(
    'when SOURCE_DATE_EPOCH is %s, it is refused',
    (epoch) => {
      expect(() => modifiedAtOf(manifest(null), epoch)).toThrow(BundleError);
    },
  );
});
