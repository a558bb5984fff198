import type { CheckContext, CheckOutcome } from '../check-outcome.js';
import { plural } from '../check-outcome.js';
import { finding } from '../validation-error.js';

/** Holds that every check before this one passed. */
export function runAllPassedCheck({ earlier }: CheckContext): CheckOutcome {
  const failed = earlier.filter((result) => !result.passed);
  const detail = `${earlier.length - failed.length} of ${plural(earlier.length, 'earlier check')} passed`;
  if (failed.length === 0) return { detail, findings: [] };
  const names = failed.map((result) => result.name).join('; ');
  return {
    detail,
    findings: [finding('NZ2219', `${plural(failed.length, 'check')} failed: ${names}.`)],
  };
}
