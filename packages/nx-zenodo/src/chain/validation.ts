import { checkReport, decodeValidationReport } from '@nx-zenodo/validation';
import type { ValidationReport } from '@nx-zenodo/validation';
import { PluginError } from '../plugin-error.js';
import type { ReleaseConfig } from '../release-config/release-config.js';
import { parseOutput, readOutput } from './release-output.js';

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
