import { proveChain } from '../../chain/gate.js';
import { publishRelease } from '../../deploy/publish-release.js';
import { decideEnvironment } from '../../environment/node/open-target.js';
import { finalizeRelease } from '../../finalize/finalize-release.js';
import { formatSummary } from '../../terminal/summary.js';
import { executor } from '../run.js';

export default executor('zenodo-deploy', async (input) => {
  const { config, options, workspaceRoot, serveCommand, say } = input;
  const environment = decideEnvironment(options.environment);
  const chain = await proveChain(config);
  const uploads = chain.bundle.entries.length;
  say(`✓ The chain of digests holds: ${chain.frozenFiles} frozen files, ${uploads} to upload`);
  const publication = { config, chain, root: config.root, workspaceRoot, say };
  const published = await publishRelease(publication, { ...options, environment });
  if (published === null) return;
  const { receipt, path } = published;
  if (options.finalize) {
    const { forge } = options;
    const run = { receipt: path, dryRun: false, commit: false, forge };
    await finalizeRelease(config, run, workspaceRoot, say);
  }
  say(await formatSummary(receipt, chain.metadata, path, serveCommand));
});
