import { describe, expect, it } from '@jest/globals';
import { formatValidationReport } from './render-report.js';
import { decodeValidationReport, ValidationError } from './index.js';

const check = (name: string, passed: boolean) => ({
  name,
  kind: 'exists',
  passed,
  detail: '1 file',
  evidence: [],
});
const report = {
  schemaVersion: 1 as const,
  checksSha256: 'a'.repeat(64),
  passed: 2,
  total: 2,
  checks: [check('one', true), check('two', true)],
};

describe('a validation report as text', () => {
  it('when all passed, it counts them', () => {
    expect(formatValidationReport(report).split('\n')).toEqual([
      '✅ Check 1/2: one (1 file)',
      '✅ Check 2/2: two (1 file)',
      '✅ All checks passed: 2/2',
    ]);
  });

  it('when a strict run stopped, it says how many were not run', () => {
    const stopped = { ...report, passed: 0, total: 3, checks: [check('one', false)] };
    expect(formatValidationReport(stopped)).toContain('2 not run');
    expect(formatValidationReport(stopped)).toContain('❌ Checks failed: 0/3');
  });
});

describe('a validation report from disk', () => {
  it('when it is whole, it decodes to itself', () => {
    expect(decodeValidationReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it('when a property is missing or unknown, it is refused by name', () => {
    expect(() => decodeValidationReport({ ...report, checks: [{ name: 'x' }] })).toThrow(
      ValidationError,
    );
    expect(() => decodeValidationReport({ ...report, extra: 1 })).toThrow(/extra/);
  });
});
