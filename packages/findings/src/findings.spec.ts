import { describe, expect, it } from '@jest/globals';
import { CodedError, formatFindings, formatSarif, isCodedError } from './index.js';
import type { Finding } from './index.js';

const changed: Finding = {
  code: 'NZ1004',
  severity: 'error',
  message: 'The file has changed since the freeze.',
  cure: 'Restore it, or freeze again.',
  place: { file: 'docs/a b.md', line: 3, column: 7 },
};
const doubled: Finding = {
  code: 'NZ1010',
  severity: 'warning',
  message: 'Listed twice.',
  cure: 'Remove one line.',
};

describe('a coded error', () => {
  it('when it carries several findings, it names the first and counts the others', () => {
    const error = new CodedError([changed, { ...changed, code: 'NZ1005' }]);
    expect(error.message).toBe('NZ1004: The file has changed since the freeze. (and 1 more)');
    expect(error.findings).toHaveLength(2);
  });

  it('when thrown by another copy of the package, it is still recognised', () => {
    const foreign = Object.assign(new Error('NZ1004: x'), { code: 'NZ1004', findings: [changed] });
    expect(isCodedError(foreign)).toBe(true);
    expect(isCodedError(Object.assign(new Error('x'), { code: 'ENOENT' }))).toBe(false);
  });
});

describe('findings as text', () => {
  it('when a warning comes before an error, it tells the error first, with place, cure and page', () => {
    expect(formatFindings([doubled, changed])).toBe(
      [
        '✗ NZ1004 docs/a b.md:3:7: The file has changed since the freeze.',
        '    cure: Restore it, or freeze again.',
        '    page: docs/errors/NZ1004.md',
        '⚠ NZ1010 Listed twice.',
        '    cure: Remove one line.',
        '    page: docs/errors/NZ1010.md',
      ].join('\n'),
    );
  });
});

describe('a hostile name in a finding', () => {
  it('when it holds terminal escapes, they are shown and not obeyed', () => {
    const text = formatFindings([{ ...changed, place: { file: 'a\u001b[2J\rb' } }]);
    expect(text).toContain('a\\x1b[2J\\x0db');
    expect(text).not.toContain('\u001b');
  });
});

describe('findings as SARIF', () => {
  it('when a place is known, it points at the encoded path below the base', () => {
    const tool = { name: 'nx-zenodo', version: '1.0.0', informationUri: 'https://example.org/r' };
    const log = JSON.parse(formatSarif([changed, doubled], tool, 'apps/x'));
    const [first, second] = log.runs[0].results;
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'apps/x/docs/a%20b.md' },
      region: { startLine: 3, startColumn: 7 },
    });
    expect(second).toMatchObject({ ruleId: 'NZ1010', level: 'warning', locations: [] });
    expect(log.runs[0].tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual([
      'NZ1004',
      'NZ1010',
    ]);
  });
});
