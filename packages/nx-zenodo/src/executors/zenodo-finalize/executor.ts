import { finalizeRelease } from '../../finalize/finalize-release.js';
import { executor } from '../run.js';

export default executor('zenodo-finalize', async ({ config, options, workspaceRoot, say }) => {
  const { receipt = config.receipt, dryRun = process.env['NX_DRY_RUN'] === 'true' } = options;
  await finalizeRelease(config, { ...options, receipt, dryRun }, workspaceRoot, say);
});
