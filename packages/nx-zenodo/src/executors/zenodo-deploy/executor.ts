import { depositRelease, formatReceipt } from '@nx-zenodo/deposit';
import { createZenodoClient } from '@nx-zenodo/zenodo-client';
import { proveChain } from '../../chain/gate.js';
import { writeWhole } from '../../chain/release-output.js';
import { confirmPublication } from '../../environment/node/confirm-publication.js';
import { decideEnvironment, openTarget } from '../../environment/node/open-target.js';
import { readKnownRecord } from '../../receipt/node/known-record.js';
import { formatDepositEvent } from '../../terminal/deposit-event.js';
import { formatSummary } from '../../terminal/summary.js';
import { executor } from '../run.js';

export default executor('zenodo-deploy', async ({ config, options, workspaceRoot, say }) => {
  const environment = decideEnvironment(options.environment);
  const chain = await proveChain(config);
  say(
    `✓ The chain of digests holds: ${chain.frozenFiles} frozen files, ${chain.bundle.entries.length} to upload`,
  );
  await confirmPublication(config, chain, environment, options.confirm);
  const target = await openTarget(environment, workspaceRoot);
  try {
    const receipt = await depositRelease({
      root: config.root,
      release: { name: config.name, version: config.version },
      bundle: chain.bundle,
      metadata: chain.metadata,
      environment: { name: environment.name, apiUrl: target.apiUrl },
      client: createZenodoClient({ apiUrl: target.apiUrl, token: target.token }),
      known: await readKnownRecord(config, environment.name),
      report: (event) => {
        const text = formatDepositEvent(event);
        if (text !== null) say(text);
      },
    });
    await writeWhole(config.root, config.receipt, formatReceipt(receipt));
    say(`✓ Receipt saved: ${config.receipt}\n`);
    say(await formatSummary(receipt, chain.metadata, config.receipt));
  } finally {
    await target.close();
  }
});
