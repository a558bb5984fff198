import { describe, expect, it } from '@jest/globals';
import { renderPreviewPage } from '@nx-zenodo/record-page';
import type { PreviewFacts } from './preview-facts.js';
import { buildPreviewView } from './preview-view.js';
import { receipt } from './testing/sample-receipt.js';

const deposit = {
  title: 'Rain gauges',
  upload_type: 'software',
  publication_date: '2026-03-14',
  version: 'v2',
  description: '<p>Sums.</p>',
  creators: [{ name: 'Doe, Jane' }],
  license: 'MIT',
  communities: [{ identifier: 'rain' }],
};
const facts: PreviewFacts = {
  project: 'rain',
  today: '2026-11-21',
  tag: 'v2',
  deposit,
  isRefused: false,
  findings: [],
  files: [{ key: 'rain.csv', size: 12 }],
  isBundled: true,
  citations: [],
  reservation: null,
  github: {
    fullName: 'lab/rain',
    files: {},
    bodyHtml: '',
    detectedLicense: null,
    contributors: [{ login: 'Ada', name: 'Ada', type: 'User', contributions: 3 }],
  },
  receipts: [],
};
const finding = {
  code: 'NZ3012',
  severity: 'error',
  message: 'No such type.',
  cure: 'Choose another.',
  place: { file: 'zenodo.metadata.json', line: 3, field: 'metadata.upload_type' },
} as const;
const zenodoJson = (text: string) => ({
  ...facts.github,
  files: { zenodoJson: Buffer.from(text) },
});

describe('our record in the preview', () => {
  it('when the metadata are sound, it is the record as Zenodo would keep it', () => {
    expect(buildPreviewView(facts).record).toMatchObject({
      title: 'Rain gauges',
      creators: [{ name: 'Doe, Jane' }],
      licences: [{ id: 'mit' }],
      communities: [{ id: 'rain' }],
      files: [{ key: 'rain.csv' }],
      doiState: 'none',
    });
  });

  it('when a field is refused, the others are shown, and the page says what and from where', () => {
    const broken = { ...deposit, upload_type: 'nothing', creators: [{ name: 'Doe, Jane' }, 7] };
    const view = buildPreviewView({
      ...facts,
      deposit: broken,
      isRefused: true,
      findings: [finding],
    });
    expect(view.record).toMatchObject({
      title: 'Rain gauges',
      creators: [{ name: 'Doe, Jane' }],
      resourceType: { id: '' },
      findings: [{ code: 'NZ3012' }],
    });
    expect(view.record.site.notice).toContain('shown is what can be read');
    expect(renderPreviewPage(view)).toContain('No such type.');
  });

  it.each([[null], [[]], ['text'], [{}], [{ title: { a: 1 }, creators: 'Doe', keywords: [{}] }]])(
    'when the metadata are %j, there is still a page',
    (value) => {
      expect(renderPreviewPage(buildPreviewView({ ...facts, deposit: value }))).toMatch(/<h1>/);
    },
  );

  it('when an embargo stands before its date, it is an embargo', () => {
    const embargoed = {
      access_right: 'embargoed',
      upload_type: 'nothing',
      embargo_date: '2999-01-01',
    };
    const { access } = buildPreviewView({ ...facts, deposit: embargoed }).record;
    expect(access).toEqual({ right: 'embargoed', embargoUntil: '2999-01-01' });
  });

  it('when a DOI is reserved, it is shown as reserved', () => {
    const reservation = {
      schemaVersion: 1,
      release: { name: 'rain', version: 'v2' },
      environment: { name: 'sandbox', origin: 'https://sandbox.zenodo.org' },
      depositionId: 7,
      conceptRecordId: '6',
      doi: '10.5072/zenodo.7',
      conceptDoi: null,
      url: 'https://sandbox.zenodo.org/uploads/7',
    } as const;
    expect(buildPreviewView({ ...facts, reservation }).record).toMatchObject({
      doi: { value: '10.5072/zenodo.7' },
      doiState: 'reserved',
    });
  });

  it('when no bundle is made, the page says where the files come from', () => {
    const { site } = buildPreviewView({ ...facts, isBundled: false }).record;
    expect(site.notice).toContain('No bundle is made yet');
    expect(buildPreviewView(facts).record.site.notice).not.toContain('bundle');
  });
});

describe('the GitHub integration in the preview', () => {
  it('when no file speaks for the release, GitHub names title, people and archive', () => {
    expect(buildPreviewView(facts).githubIntegration).toMatchObject({
      kind: 'record',
      record: {
        title: 'lab/rain: v2',
        creators: [{ name: 'Ada' }],
        publicationDate: '2026-11-21',
        files: [{ key: 'lab/rain-v2.zip' }],
      },
    });
  });

  it('when .zenodo.json cannot be read, it fails there, also without a repository', () => {
    const github = { ...zenodoJson('{"title": "a",}'), fullName: null };
    expect(buildPreviewView({ ...facts, github }).githubIntegration).toMatchObject({
      kind: 'failure',
      stage: 'reading .zenodo.json',
    });
  });

  it('when .zenodo.json names an unknown type, it fails on creating the draft', () => {
    const github = zenodoJson('{"title": "Rain", "upload_type": "Software"}');
    expect(buildPreviewView({ ...facts, github }).githubIntegration).toMatchObject({
      kind: 'failure',
      stage: 'creating the draft, from .zenodo.json',
      message: expect.stringMatching(/software/i),
    });
  });

  it('when no repository is known, it says so', () => {
    const github = { ...facts.github, fullName: null };
    expect(buildPreviewView({ ...facts, github }).githubIntegration).toMatchObject({
      kind: 'absent',
      message: expect.stringContaining('No repository on GitHub'),
    });
  });
});

describe('the last published version in the preview', () => {
  const lastOf = (...receipts: PreviewFacts['receipts'][number][]) =>
    buildPreviewView({ ...facts, receipts });

  it('when there is no receipt, nothing has been published', () => {
    expect(lastOf().lastPublished).toMatchObject({ kind: 'absent' });
  });

  it('when there are several, the newest of the gravest environment is shown', () => {
    const old = receipt('production', 3, '2025-01-01');
    const newer = receipt('production', 4, '2025-06-01');
    const rehearsal = receipt('sandbox', 9, '2026-06-01');
    const view = lastOf(old, rehearsal, newer);
    expect(view.lastPublished).toMatchObject({
      kind: 'record',
      record: { id: '4', title: 'Rain 4', files: [{ key: 'rain.csv' }], doiState: 'registered' },
    });
    expect(view.record.site.notice).not.toContain('environment');
    expect(lastOf(rehearsal).record.site.notice).toContain('environment sandbox');
  });

  it('when the answer in a receipt holds no metadata, that is told', () => {
    const empty = { ...receipt('production', 4, '2025-06-01'), answer: null };
    expect(lastOf(empty).lastPublished).toEqual({
      kind: 'absent',
      message: 'The receipt of 10.5281/zenodo.4 holds no metadata of the record.',
    });
  });
});
