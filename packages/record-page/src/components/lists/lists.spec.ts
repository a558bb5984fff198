import { describe, expect, it } from '@jest/globals';
import { sampleSearch, sampleUploads } from '../../testing/sample-lists.js';
import { sampleSite } from '../../testing/sample-record.js';
import { textOf } from '../../testing/text-of.js';
import { masthead } from '../masthead.js';
import { pagingNav } from '../search/paging-nav.js';
import { searchHit } from '../search/search-hit.js';
import { uploadRow } from '../search/upload-row.js';

describe('an upload', () => {
  it.each(sampleUploads.uploads.map((upload) => [upload.state, upload] as const))(
    'when it is %s, the row says so and leads to it',
    (state, upload) => {
      const words = { unsubmitted: 'Draft', inprogress: 'Published, edit open', done: 'Published' };
      expect(textOf(uploadRow(upload)).startsWith(words[state])).toBe(true);
      expect(uploadRow(upload).toString()).toContain(`href="${upload.url}"`);
    },
  );

  it('when it has no title yet, its number stands for it', () => {
    const [upload] = sampleUploads.uploads;
    expect(upload && textOf(uploadRow(upload))).toContain('Untitled upload 1207');
  });
});

describe('a search result', () => {
  it('when its description is long, it is shown as plain text and cut between words', () => {
    const [hit] = sampleSearch.hits;
    const text = hit === undefined ? '' : textOf(searchHit(hit));
    expect(text).toContain('Harmonic constituents of sea level. Hourly series');
    expect(text).toContain(' …');
    expect(text.length).toBeLessThan(500);
  });
});

describe('paging', () => {
  it('when there is one page, there is none', () => {
    expect(pagingNav({ page: 1, pageCount: 1 })).toBeNull();
    expect(pagingNav(undefined)).toBeNull();
  });

  it('when the page is in the middle, both neighbours are reached', () => {
    const nav = pagingNav({ page: 2, pageCount: 3, previousUrl: '/?page=1', nextUrl: '/?page=3' });
    expect(textOf(nav)).toBe('Previous Page 2 of 3 Next');
  });
});

describe('the masthead', () => {
  it('when the service has something to say, it is said first', () => {
    expect(textOf(masthead(sampleSite)).startsWith(sampleSite.notice ?? '?')).toBe(true);
  });

  it('when there is nothing to search or to list, neither is offered', () => {
    const bare = masthead({ name: 'Preview', homeUrl: '#main' }).toString();
    expect(bare).not.toContain('<form');
    expect(bare).not.toContain('My uploads');
  });

  it('when a query is shown again, it cannot leave its field', () => {
    expect(masthead(sampleSite, '"><script>').toString()).toContain(
      'value="&quot;&gt;&lt;script&gt;"',
    );
  });
});
