import { describe, expect, it } from '@jest/globals';
import { changeText } from './change-text.js';

describe('a change of a dry run', () => {
  it('when a file is changed, only the changed lines and their neighbours are shown', () => {
    const before = 'a\nb\nc\nd\ne\nf\n';
    const change = {
      path: 'x/y.txt',
      type: 'UPDATE',
      content: Buffer.from(before.replace('e', 'E')),
    };
    expect(changeText({ ...change, type: 'UPDATE' }, before)).toBe(
      '--- a/x/y.txt\n+++ b/x/y.txt\n@@ -3,4 +3,4 @@\n c\n d\n-e\n+E\n f',
    );
  });

  it('when a file is new or goes, the other side is /dev/null', () => {
    const made = changeText({ path: 'n', type: 'CREATE', content: Buffer.from('1\n') }, null);
    expect(made).toContain('--- /dev/null\n+++ b/n\n');
    expect(made).toContain('+1');
    const gone = changeText({ path: 'n', type: 'DELETE', content: null }, '1\n');
    expect(gone).toContain('+++ /dev/null');
    expect(gone).toContain('-1');
  });
});
