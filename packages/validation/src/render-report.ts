import type { ValidationReport } from './validation-report.js';

/**
 * The report as a person reads it: one line a check, `✅ Check 3/8: name (fact)`, and the total `8/8`.
 * Checks that a strict run did not come to are counted in a line of their own.
 */
export function formatValidationReport(report: ValidationReport): string {
  const lines = report.checks.map((check, index) => {
    const mark = check.passed ? '✅' : '❌';
    return `${mark} Check ${index + 1}/${report.total}: ${check.name} (${check.detail})`;
  });
  const left = report.total - report.checks.length;
  if (left > 0) lines.push(`⏭️  ${left} not run: strict stops at the first failure`);
  const verdict = report.passed === report.total ? '✅ All checks passed' : '❌ Checks failed';
  return [...lines, `${verdict}: ${report.passed}/${report.total}`].join('\n');
}
