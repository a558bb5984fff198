import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Finding } from '../finding.js';
import { formatAnnotations } from './annotations.js';
import { formatCodeQuality } from './code-quality.js';

const missing: Finding = {
  code: 'NZ3011',
  severity: 'error',
  message: '`title` is missing: 100 %\nof it.',
  cure: 'Add it.',
  place: { file: 'a,b:c.cff', line: 3, column: 7, field: 'title' },
};
const odd: Finding = { code: 'NZ3050', severity: 'warning', message: 'Both.', cure: 'Choose.' };

describe('annotations of GitHub Actions', () => {
  it('when findings have places, each is a command at its line; what could end one is escaped', () => {
    const note: Finding = { ...odd, severity: 'note', place: { file: 'x' } };
    expect(formatAnnotations([missing, odd, note], 'apps/x').split('\n')).toEqual([
      '::error file=apps/x/a%2Cb%3Ac.cff,line=3,col=7,title=NZ3011::`title` is missing: 100 %25%0Aof it. Add it.',
      '::warning title=NZ3050::Both. Choose.',
      '::notice file=apps/x/x,title=NZ3050::Both. Choose.',
    ]);
  });

  it('whatever a message says, it stays one command', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (message, file) => {
        const text = formatAnnotations([{ ...odd, message, place: { file } }]);
        expect(text).not.toMatch(/[\r\n]/);
        expect(text.startsWith('::warning file=')).toBe(true);
      }),
    );
  });
});

describe('the Code Quality report of GitLab', () => {
  it('when findings are reported, each has a file, a line and a fingerprint of its own', () => {
    const issues = JSON.parse(formatCodeQuality([missing, odd], 'zenodo.release.json', 'apps/x'));
    expect(issues).toMatchObject([
      {
        check_name: 'NZ3011',
        severity: 'critical',
        location: { path: 'apps/x/a,b:c.cff', lines: { begin: 3 } },
      },
      {
        severity: 'minor',
        description: 'Both. Choose.',
        location: { path: 'apps/x/zenodo.release.json', lines: { begin: 1 } },
      },
    ]);
    expect(issues[0].fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(issues[0].fingerprint).not.toBe(issues[1].fingerprint);
    expect(formatCodeQuality([], 'x')).toBe('[]\n');
  });
});
