import { describe, expect, it } from '@jest/globals';
import { brokenDate } from './broken-date.js';
import type { GithubRelease } from './github-release.js';
import { resolveGithubRelease } from './resolve-github.js';

const release: GithubRelease = {
  fullName: 'lab/tool',
  tag: 'v2.0',
  releaseName: '',
  bodyHtml: '',
  repositoryDescription: '',
  publishedAt: '2026-03-01T12:00:00Z',
  detectedLicense: null,
  contributors: [],
  owner: null,
  processingDate: '2026-03-05',
};
const outcomeOf = (stated: object) => {
  const text = JSON.stringify({ title: 'A title', creators: [{ name: 'Doe, Jane' }], ...stated });
  return resolveGithubRelease(release, { zenodoJson: Buffer.from(text) });
};

describe('a date on which the parser of Zenodo breaks', () => {
  it.each([
    ['2020/..', 'exception:TypeError'],
    ['../2020-05', 'exception:TypeError'],
    ['2020-21', 'exception:AttributeError'],
    ['2020-XX/2021', 'exception:AttributeError'],
  ])('when the day of publication is %s, no draft is made', (publication_date, cause) => {
    const outcome = outcomeOf({ publication_date });
    expect(outcome).toMatchObject({ accepted: false, stage: 'create-draft', cause });
  });

  it('when it is another date of the work, the complaint names it', () => {
    const dates = [
      { start: '2020', type: 'Created' },
      { start: '2020-23', type: 'Valid' },
    ];
    expect(outcomeOf({ dates })).toMatchObject({
      stage: 'create-draft',
      detail: ["dates.1.date: Zenodo's date parser breaks on '2020-23'."],
    });
  });

  it('when the date is only wrong, it is dropped and publishing fails', () => {
    expect(brokenDate({ publication_date: '2020/../2021', dates: ['x', { date: 5 }] })).toBeNull();
    expect(outcomeOf({ publication_date: 'soon' })).toMatchObject({ stage: 'publish' });
  });
});
