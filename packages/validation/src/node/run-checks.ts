import type { Finding } from '@nx-zenodo/findings';
import type { DeclaredCheck } from '../declared-check.js';
import { canonicalSha256 } from '../json/canonical-json.js';
import { runCheck } from '../run-check.js';
import { refuse } from '../validation-error.js';
import type { CheckResult, ValidationReport } from '../validation-report.js';
import { commandRunner } from './command.js';
import { openReleaseFiles } from './release-files.js';

/** What to hold and where. */
export interface ValidationRun {
  /** The release root: every path of a check is below it, and commands start in it. */
  readonly root: string;
  readonly checks: readonly DeclaredCheck[];
  /** Stop at the first check that fails. */
  readonly strict?: boolean;
  /** Environment of commands, by default that of this process; secrets are held back (see `passEnv`). */
  readonly env?: NodeJS.ProcessEnv;
}

/** The report goes into the manifest; the findings tell a person what failed and the cure. */
export interface ValidationOutcome {
  readonly report: ValidationReport;
  readonly findings: readonly Finding[];
}

/**
 * Runs the checks in their order, all of them unless `strict`. A failing check is a finding, not an
 * exception. The same files give the same report, whenever and wherever. Throws ValidationError NZ2201
 * when the list is empty.
 */
export async function runChecks(run: ValidationRun): Promise<ValidationOutcome> {
  const { root, checks, strict = false, env = process.env } = run;
  if (checks.length === 0) refuse('NZ2201', 'The list of checks is empty.', { field: 'checks' });
  const runCommand = commandRunner(root, env);
  const results: CheckResult[] = [];
  const findings: Finding[] = [];
  for (const check of checks) {
    const { files, evidence } = openReleaseFiles(root);
    const outcome = await runCheck(check, { files, earlier: results, runCommand });
    const passed = outcome.findings.length === 0;
    const { name, kind } = check;
    results.push({ name, kind, passed, detail: outcome.detail, evidence: evidence() });
    findings.push(...outcome.findings.map((found) => attribute(found, check)));
    if (strict && !passed) break;
  }
  return { report: report(checks, results), findings };
}

function report(
  checks: readonly DeclaredCheck[],
  results: readonly CheckResult[],
): ValidationReport {
  return {
    schemaVersion: 1,
    checksSha256: canonicalSha256(checks),
    passed: results.filter((result) => result.passed).length,
    total: checks.length,
    checks: results,
  };
}

// The person who declared the check knows the cure best.
function attribute(found: Finding, check: DeclaredCheck): Finding {
  const message = `${check.name}: ${found.message}`;
  return { ...found, message, cure: check.cure ?? found.cure };
}
