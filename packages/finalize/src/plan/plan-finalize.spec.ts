import { describe, expect, it } from '@jest/globals';
import { sampleManifest, samplePublished } from '../testing/sample-release.js';
import { finalizeDocuments } from './finalize-documents.js';
import { formatFinalizePlan } from './format-plan.js';
import { planFinalize } from './plan-finalize.js';
import type { FinalizeInputs, FinalizePlan } from './plan-finalize.js';

const placeholder = '10.5281/zenodo.XXXXXXX';
const texts: Readonly<Record<string, string>> = {
  'README.md': `# T\n\nArchived as ${placeholder}.\n`,
  'NOTES.md': `# v1\n\nhttps://doi.org/${placeholder}\n\n<!-- nx-zenodo:inventory -->\n`,
  'CITATION.cff': 'title: T\nversion: v1.1.0\n',
  'codemeta.json': '{\n  "version": "1"\n}\n',
  'package.json': '{\n  "version": "1.0.0"\n}\n',
  'docs/guide.md': `${placeholder}\n`,
};
const choice = {
  readme: 'README.md',
  releaseNotes: 'NOTES.md',
  citationFile: 'CITATION.cff',
  codemeta: 'codemeta.json',
  packageJson: 'package.json',
  citationSection: 'README.md',
  files: ['docs/guide.md', 'README.md'],
};

const inputs = (change: Partial<FinalizeInputs> = {}, now = texts): FinalizeInputs => ({
  published: samplePublished(),
  manifest: sampleManifest(),
  citation: { text: 'Doe (2026).' },
  documents: finalizeDocuments(choice).map((request) => ({
    ...request,
    text: now[request.path] ?? null,
  })),
  ...change,
});
const after = (plan: FinalizePlan) => ({
  ...texts,
  ...Object.fromEntries(plan.changes.map(({ path, after: text }) => [path, text])),
});

describe('the plan of what is written after publication', () => {
  it('when a release was published, every document names it, and a second plan is empty', () => {
    const plan = planFinalize(inputs());
    expect(plan.changes.map(({ path }) => path)).toEqual([
      'README.md',
      'CITATION.cff',
      'codemeta.json',
      'package.json',
      'NOTES.md',
      'docs/guide.md',
    ]);
    expect(plan.findings).toEqual([]);
    const written = after(plan);
    expect(Object.values(written).join('')).not.toContain('XXXXXXX');
    expect(written['README.md']).toContain('badge/DOI/10.5281/zenodo.1000.svg');
    expect(written['README.md']).toContain('Archived as 10.5281/zenodo.1002.');
    const second = planFinalize(inputs({}, written));
    expect(second.changes).toEqual([]);
    expect(formatFinalizePlan(second)).toContain('Nothing to write');
  });

  it('when documents begin with a byte order mark, it stays the first of each and titles are known', () => {
    const marked = Object.fromEntries(
      Object.entries(texts).map(([path, text]) => [path, `\uFEFF${text}`]),
    );
    const plain = planFinalize(inputs());
    const { changes, findings } = planFinalize(inputs({}, marked));
    expect(findings).toEqual([]);
    expect(changes.map(({ path, after: text }) => [path, text])).toEqual(
      plain.changes.map(({ path, after: text }) => [path, `\uFEFF${text}`]),
    );
  });

  it('when it is shown, it is a diff of each document', () => {
    const text = formatFinalizePlan(planFinalize(inputs()));
    expect(text).toContain('--- a/CITATION.cff\n+++ b/CITATION.cff\n');
    expect(text).toContain('-version: v1.1.0\n+version: v1.2.0\n');
  });

  it('when it is committed, the message has the shape of the guide', () => {
    const record = { path: 'docs/releases/v1.2.0-ZENODO.json', text: null, json: '{}\n' };
    expect(planFinalize(inputs({ record })).commitMessage).toBe(
      [
        'docs(release): add Zenodo DOI metadata for v1.2.0',
        '',
        '- Show the concept DOI badge in README.md',
        '- Say in README.md how to cite the release',
        '- Replace the placeholder DOI in README.md',
        '- Set DOI, version and date in CITATION.cff',
        '- Set identifier, version and date in codemeta.json',
        '- Set the version in package.json',
        '- List the published files in NOTES.md',
        '- Replace the placeholder DOI in NOTES.md',
        '- Replace the placeholder DOI in docs/guide.md',
        "- Save Zenodo's answer as docs/releases/v1.2.0-ZENODO.json",
        '',
        'DOI: 10.5281/zenodo.1002',
        '',
      ].join('\n'),
    );
  });

  it('when a document is missing, it is told; the one that may be created is', () => {
    const documents = finalizeDocuments({
      readme: 'README.md',
      citationSection: 'CITATION.md',
    }).map((request) => ({ ...request, text: null }));
    const plan = planFinalize(inputs({ documents }));
    expect(plan.changes).toMatchObject([{ path: 'CITATION.md', before: null }]);
    expect(plan.findings).toMatchObject([{ code: 'NZ8009', place: { file: 'README.md' } }]);
  });

  it('when a document is frozen, or the DOI a test DOI, that is said', () => {
    const published = samplePublished({ doi: '10.5072/zenodo.2', conceptDoi: '10.5072/zenodo.1' });
    const plan = planFinalize(inputs({ published, frozenPaths: ['NOTES.md', 'other'] }));
    expect(plan.findings.map(({ code }) => code)).toEqual(['NZ8017', 'NZ8008']);
  });

  it('when a configured placeholder stands where no update replaces it, it is a leftover', () => {
    const documents = [
      {
        path: 'codemeta.json',
        updates: [{ kind: 'codemeta' }],
        create: false,
        text: '{"a": "DOI-TBD"}',
      },
    ] as const;
    const plan = planFinalize(inputs({ documents, placeholders: ['DOI-TBD'] }));
    expect(plan.findings).toMatchObject([{ code: 'NZ8001', place: { file: 'codemeta.json' } }]);
  });
});
