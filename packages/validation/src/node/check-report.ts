import type { Finding } from '@nx-zenodo/findings';
import { collectRefusals } from '../check-outcome.js';
import type { DeclaredCheck } from '../declared-check.js';
import { canonicalSha256 } from '../json/canonical-json.js';
import { finding } from '../validation-error.js';
import type { ValidationReport } from '../validation-report.js';
import { openReleaseFiles } from './release-files.js';

/**
 * Tells whether a report still holds: it is of these checks (NZ2221), all of them passed (NZ2222), and every
 * file that it read has the same bytes now (NZ2221). A report on disk is a hint, never authority.
 */
export async function checkReport(held: {
  readonly root: string;
  readonly checks: readonly DeclaredCheck[];
  readonly report: ValidationReport;
}): Promise<readonly Finding[]> {
  const { root, checks, report } = held;
  const findings: Finding[] = [];
  if (report.checksSha256 !== canonicalSha256(checks)) {
    findings.push(finding('NZ2221', 'The report is of another list of checks.'));
  }
  const passed = report.checks.filter((check) => check.passed).length;
  if (passed !== checks.length) {
    findings.push(
      finding('NZ2222', `The report shows ${passed} of ${checks.length} checks passed.`),
    );
  }
  const { files, evidence } = openReleaseFiles(root);
  const read = report.checks.flatMap((check) => check.evidence);
  const unread = await collectRefusals([...new Set(read.map(({ path }) => path))], async (path) => {
    await files.witness(path);
    return [];
  });
  const now = new Map(evidence().map(({ path, sha256 }) => [path, sha256]));
  const stale = read.filter(({ path, sha256 }) => now.has(path) && now.get(path) !== sha256);
  const changed = [...new Set(stale.map(({ path }) => path))].map((file) =>
    finding('NZ2221', 'The file has changed since the validation.', { file }),
  );
  return [...findings, ...unread, ...changed];
}
