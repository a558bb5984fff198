import { describe, expect, it } from '@jest/globals';
import type { Reservation } from '@nx-zenodo/deposit';
import { knownDoi } from './known-doi.js';
import { formatMetadataFiles, metadataFiles } from './metadata-files.js';
import { formatMetadataReport } from './metadata-report.js';

const deposit = {
  upload_type: 'software',
  title: 'A tool',
  version: 'v1.0',
  publication_date: '2025-10-05',
  license: 'MIT',
  creators: [{ name: 'Doe, Jane', orcid: '0000-0002-1825-0097' }],
};
const reserved = (name: string): Reservation => ({
  schemaVersion: 1,
  release: { name: 'A tool', version: 'v1.0' },
  environment: { name, origin: 'https://zenodo.org' },
  depositionId: 7,
  conceptRecordId: '6',
  doi: '10.5281/zenodo.7',
  conceptDoi: null,
  url: 'https://zenodo.org/deposit/7',
});

describe('the files of the metadata', () => {
  it('when they are made twice, they are the same, each under its own name', async () => {
    const files = await formatMetadataFiles(deposit, '10.5281/zenodo.7');
    expect(files).toEqual(await formatMetadataFiles(deposit, '10.5281/zenodo.7'));
    expect(files.map(({ path }) => path)).toEqual(
      metadataFiles.map((name) => `dist/release/metadata/${name}`),
    );
    for (const { text } of files) expect(text.endsWith('\n')).toBe(true);
  });

  it('when the DOI is known, all that can hold one do; the file for Zenodo mints none itself', async () => {
    const files = await formatMetadataFiles(deposit, '10.5281/zenodo.7');
    const without = files.filter(({ text }) => !text.includes('10.5281/zenodo.7'));
    expect(without.map(({ path }) => path)).toEqual(['dist/release/metadata/.zenodo.json']);
  });

  it('when no DOI is known, no file speaks of one', async () => {
    for (const { text } of await formatMetadataFiles(deposit, null)) {
      expect(text).toContain('A tool');
      expect(text).not.toMatch(/doi|10\.\d{4}|undefined/i);
    }
  });
});

describe('the known DOI', () => {
  it.each([
    ['nothing says one', {}, null, null],
    ['it was reserved in production', {}, reserved('production'), '10.5281/zenodo.7'],
    ['it was reserved in a rehearsal', {}, reserved('sandbox'), null],
    ['somebody else minted it', { doi: '10.1234/x' }, reserved('production'), '10.1234/x'],
  ])('when %s, it is that or none', (_, more, reservation, doi) => {
    expect(knownDoi({ ...deposit, ...more }, reservation)).toBe(doi);
  });
});

describe('the report', () => {
  it('when metadata was resolved, it holds metadata, origins and findings', () => {
    const origins = [{ field: 'title', source: 'm.json', line: 3, rule: 'stated', lost: [] }];
    const resolved = {
      schemaVersion: 1 as const,
      manifestSha256: 'a'.repeat(64),
      sources: [],
      deposit,
      origins,
    };
    expect(JSON.parse(formatMetadataReport(resolved, []))).toEqual({
      metadata: deposit,
      origins,
      findings: [],
    });
  });

  it('when a finding forbids it, the findings are all there is', () => {
    const finding = {
      code: 'NZ3001' as const,
      severity: 'error' as const,
      message: 'm',
      cure: 'c',
    };
    expect(JSON.parse(formatMetadataReport(null, [finding]))).toEqual({
      metadata: null,
      origins: [],
      findings: [finding],
    });
  });
});
