import { describe, expect, it } from '@jest/globals';
import type { Reservation } from '@nx-zenodo/deposit';
import { compareWithGithub, formatGithubComparison } from './github-comparison.js';
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

const facts = {
  deposit,
  tag: 'v1.0',
  today: '2026-01-20',
  github: {
    fullName: 'lab/tool',
    files: {},
    bodyHtml: '<p>News.</p>',
    detectedLicense: 'MIT',
    contributors: [{ login: 'jane', name: 'Jane D', type: 'User', contributions: 3 }],
  },
};

describe('the comparison with the GitHub integration', () => {
  it('when it would publish, every field that differs stands there with both values', () => {
    const compared = compareWithGithub(facts);
    expect(compared).toMatchObject({ outcome: 'publishes', reason: null });
    expect(compared.same).toEqual(expect.arrayContaining(['Version', 'Licence']));
    expect(compared.differences).toContainEqual({
      field: 'Title',
      githubIntegration: ['lab/tool: v1.0'],
      ours: ['A tool'],
    });
    const text = formatGithubComparison(compared);
    expect(text).toMatch(
      /^GitHub integration: would publish a record that differs in \d+ of \d+ fields$/m,
    );
    expect(text).toContain('  Title\n    GitHub  lab/tool: v1.0\n    ours    A tool\n');
    expect(text).toMatch(/^ {2}the same: .*Version/m);
  });

  it('when it would fail, the stage and the reason are told', () => {
    const zenodoJson = Buffer.from('{"license": "MIT License"}');
    const compared = compareWithGithub({
      ...facts,
      github: { ...facts.github, files: { zenodoJson } },
    });
    expect(compared).toMatchObject({ outcome: 'fails', differences: [] });
    expect(formatGithubComparison(compared)).toMatch(
      /would fail, reading \.zenodo\.json: .*MIT License/,
    );
  });

  it('when no repository is known, that is told', () => {
    const compared = compareWithGithub({ ...facts, github: { ...facts.github, fullName: null } });
    expect(formatGithubComparison(compared)).toMatch(/No repository on GitHub is known/);
  });
});

describe('the report', () => {
  it('when it is made, it holds metadata, origins, findings and the comparison', () => {
    const report = {
      metadata: deposit,
      origins: [{ field: 'title', source: 'm.json', line: 3, rule: 'stated', lost: [] }],
      findings: [],
      githubIntegration: compareWithGithub(facts),
    };
    expect(JSON.parse(formatMetadataReport(report))).toEqual(report);
  });
});
