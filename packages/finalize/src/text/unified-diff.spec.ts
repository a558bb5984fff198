import { describe, expect, it } from '@jest/globals';
import { formatDiff } from './unified-diff.js';

describe('a change as a unified diff', () => {
  it('when a line changes, it is shown with its neighbours as git reads it', () => {
    const change = { path: 'docs/a.md', before: 'a\nb\nc\n', after: 'a\nB\nc\n' };
    expect(formatDiff(change)).toBe(
      '--- a/docs/a.md\n+++ b/docs/a.md\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n',
    );
  });

  it('when the document is new, it comes from nowhere', () => {
    expect(formatDiff({ path: 'a.md', before: null, after: 'a\n' })).toBe(
      '--- /dev/null\n+++ b/a.md\n@@ -0,0 +1,1 @@\n+a\n',
    );
  });

  it('when nothing changes, it is empty', () => {
    expect(formatDiff({ path: 'a.md', before: 'a', after: 'a' })).toBe('');
  });
});
