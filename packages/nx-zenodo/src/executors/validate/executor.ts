import { formatValidationReport, runChecks } from '@nx-zenodo/validation';
import { isError } from '@nx-zenodo/findings';
import { outputPath, writeWhole } from '../../chain/release-output.js';
import { formatReport } from '../../chain/validation.js';
import { PluginError } from '../../plugin-error.js';
import { executor } from '../run.js';

export default executor('validate', async ({ config, options, say }) => {
  const { root, checks } = config;
  const { report, findings } = await runChecks({ root, checks, strict: options.strict });
  say(formatValidationReport(report));
  if (findings.some(isError)) throw PluginError.of(findings);
  await writeWhole(root, outputPath('validation'), formatReport(report));
});
