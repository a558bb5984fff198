import { isError } from '@nx-zenodo/findings';
import { checkReport, decodeValidationReport, runChecks } from '@nx-zenodo/validation';
import type { ValidationReport } from '@nx-zenodo/validation';
import { PluginError } from '../plugin-error.js';
import type { ReleaseConfig } from '../release-config/release-config.js';
import { parseOutput, readOutput } from './release-output.js';

/**
 * Runs every declared check, commands too: what a publication rests on is what the files give now.
 * @throws PluginError with the findings of the checks that fail.
 */
export async function proveValidation(config: ReleaseConfig): Promise<ValidationReport> {
  const { root, checks } = config;
  const { report, findings } = await runChecks({ root, checks });
  if (findings.some(isError)) throw PluginError.of(findings);
  return report;
}

/** The text of a report as `validate` writes it. */
export function formatReport(report: ValidationReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/**
 * The recorded validation, if it still holds: it answers the checks that are declared now, all of
 * them passed, and every file that it read has the bytes that it read.
 * @throws PluginError NZ9020 when there is none, NZ9021 when it is no report, and with the findings of
 *   `checkReport` when it does not hold.
 */
export async function readValidation(config: ReleaseConfig): Promise<ValidationReport> {
  const { root, checks } = config;
  const text = await readOutput(root, 'validation');
  const report = parseOutput('validation', text, decodeValidationReport);
  const findings = await checkReport({ root, checks, report });
  if (findings.length > 0) throw PluginError.of(findings);
  return report;
}
