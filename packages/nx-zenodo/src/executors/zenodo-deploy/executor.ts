import { depositRelease, formatPlan, planRelease } from '@nx-zenodo/deposit';
import { proveChain } from '../../chain/gate.js';
import { depositSettings } from '../../deploy/deposit-settings.js';
import { mustBeRehearsed } from '../../deploy/rehearsal.js';
import { confirmPublication } from '../../environment/node/confirm-publication.js';
import { decideEnvironment, openTarget } from '../../environment/node/open-target.js';
import { writeReceipt } from '../../receipt/node/write-receipt.js';
import { finalizeRelease } from '../../finalize/finalize-release.js';
import { formatSummary } from '../../terminal/summary.js';
import { executor } from '../run.js';

export default executor('zenodo-deploy', async (input) => {
  const { config, options, workspaceRoot, serveCommand, say } = input;
  const environment = decideEnvironment(options.environment);
  const { bundle, metadata, frozenFiles } = await proveChain(config);
  const uploads = bundle.entries.length;
  say(`✓ The chain of digests holds: ${frozenFiles} frozen files, ${uploads} to upload`);
  const { dryRun = process.env['NX_DRY_RUN'] === 'true', skipRehearsal } = options;
  if (!dryRun) {
    await mustBeRehearsed(config, { bundle, metadata, frozenFiles }, environment, skipRehearsal);
    await confirmPublication(config, uploads, environment, options.confirm);
  }
  const target = await openTarget(environment, workspaceRoot);
  try {
    const request = {
      ...(await depositSettings(config, environment, target, workspaceRoot, say)),
      root: config.root,
      bundle,
      metadata,
      draftPolicy: options.draftPolicy,
      allowNewConcept: options.newConcept,
      ...(skipRehearsal === undefined ? {} : { skippedRehearsal: skipRehearsal }),
    };
    if (dryRun) {
      say(formatPlan(await planRelease(request), target.apiUrl));
      return;
    }
    const receipt = await depositRelease(request);
    const path = await writeReceipt(config, environment.name, receipt);
    say(`✓ Receipt saved: ${path}\n`);
    if (options.finalize) {
      const { forge } = options;
      const run = { receipt: path, dryRun: false, commit: false, forge };
      await finalizeRelease(config, run, workspaceRoot, say);
    }
    say(await formatSummary(receipt, metadata, path, serveCommand));
  } finally {
    await target.close();
  }
});
