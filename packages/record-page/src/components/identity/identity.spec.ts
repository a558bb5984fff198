import { describe, expect, it } from '@jest/globals';
import { sampleRecord } from '../../testing/sample-record.js';
import { textOf } from '../../testing/text-of.js';
import { accessMark } from '../record/access-mark.js';
import { accessionLine } from './accession-line.js';
import { doiPanel } from './doi-panel.js';
import { newerVersionNotice, versionList } from './version-list.js';

const doi = { value: '10.5072/zenodo.2', url: '/doi/10.5072/zenodo.2' };

describe('the DOI panel', () => {
  it('when a record has both DOIs, each says what it names', () => {
    const panel = doiPanel({
      doi,
      conceptDoi: { value: '10.5072/zenodo.1' },
      state: 'registered',
      findings: [],
    });
    expect(textOf(panel)).toMatch(
      /DOI registered This version 10.5072\/zenodo.2 names exactly these files All versions 10.5072\/zenodo.1 leads to the newest one/,
    );
    expect(panel.toString()).toContain('alt="DOI badge: 10.5072/zenodo.2"');
  });

  it('when the DOI is only reserved, it says so; when there is none, there is no badge', () => {
    expect(
      textOf(doiPanel({ doi, conceptDoi: undefined, state: 'reserved', findings: [] })),
    ).toContain('reserved, not registered');
    const none = doiPanel({ doi: undefined, conceptDoi: undefined, state: 'none', findings: [] });
    expect(textOf(none)).toBe('DOI none yet It gets one when it is published.');
    expect(none.toString()).not.toContain('<img');
  });

  it('when the badge has an address, snippets for Markdown and HTML are offered', () => {
    const badgeUrl = 'http://127.0.0.1/badge/DOI/10.5072/zenodo.2.svg';
    const panel = doiPanel({
      doi: { ...doi, badgeUrl },
      conceptDoi: undefined,
      state: 'registered',
      findings: [],
    });
    expect(panel.toString()).toContain(`[![DOI](${badgeUrl})](/doi/10.5072/zenodo.2)`);
    expect(panel.toString()).toContain('&lt;img src=&quot;');
  });
});

describe('versions', () => {
  it('when there are more than a dozen, the others unfold; open where this one is among them', () => {
    const many = Array.from({ length: 40 }, (_, at) => ({
      id: `${at}`,
      label: `v${40 - at}`,
      url: `/records/${at}`,
      date: '2026-01-01',
      isNewest: at === 0,
      isThis: at === 0,
    }));
    const newest = versionList(many)?.toString() ?? '';
    expect(newest.match(/<li class="version"/g)).toHaveLength(40);
    expect(textOf(versionList(many))).toContain('28 more versions v28');
    expect(newest).not.toMatch(/<details[^>]* open/);
    const old = many.map((version, at) => ({ ...version, isThis: at === 30 }));
    expect(versionList(old)?.toString()).toMatch(/<details[^>]* open/);
  });

  it('when they are listed, the one shown and the newest are marked', () => {
    const list = versionList(sampleRecord.versions)?.toString() ?? '';
    expect(list.match(/aria-current="page"/g)).toHaveLength(1);
    expect(list.match(/newest/g)?.length).toBeGreaterThan(0);
    expect(list.indexOf('2.1.0')).toBeLessThan(list.indexOf('1.0.0'));
  });

  it('when an older one is shown, the page leads to the newest; the newest itself says nothing', () => {
    const older = sampleRecord.versions.map((v) => ({ ...v, isThis: v.id === '1102' }));
    expect(textOf(newerVersionNotice(older))).toContain('Go to Version 2.1.0');
    expect(newerVersionNotice(sampleRecord.versions)).toBeNull();
    expect(newerVersionNotice([])).toBeNull();
  });
});

describe('the access mark', () => {
  it('when an embargo has an end, it is told', () => {
    expect(textOf(accessMark({ right: 'embargoed', embargoUntil: '2027-03-01' }))).toBe(
      'Embargoed until 1 March 2027',
    );
    expect(textOf(accessMark({ right: 'metadata-only' }))).toBe('Metadata only');
  });
});

describe('the foot of the card', () => {
  it('when there is a DOI, it can be copied, and leads to the citations where there are some', () => {
    expect(textOf(accessionLine(sampleRecord))).toMatch(/^DOI 10.5072\/zenodo.1204 Copy DOI Cite$/);
    expect(textOf(accessionLine({ ...sampleRecord, citations: [] }))).not.toContain('Cite');
  });
});
