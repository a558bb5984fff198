import { applyFinalize, commitFinalize, formatFinalizePlan } from '@nx-zenodo/finalize';
import { formatFindings, isError } from '@nx-zenodo/findings';
import { planDocuments } from '../../finalize/plan-documents.js';
import { PluginError } from '../../plugin-error.js';
import { readReceipt } from '../../receipt/node/read-receipts.js';
import { executor } from '../run.js';

export default executor('zenodo-finalize', async ({ config, options, say }) => {
  const { receipt: path = config.receipt, commit, tag, push } = options;
  const { plan, paths } = await planDocuments(config, await readReceipt(config, path));
  if (plan.findings.some(isError)) throw PluginError.of(plan.findings);
  if (plan.findings.length > 0) say(formatFindings(plan.findings));
  say(formatFinalizePlan(plan));
  if (options.dryRun ?? process.env['NX_DRY_RUN'] === 'true') return;
  const written = await applyFinalize(config.root, plan);
  for (const file of written) say(`✓ ${file}`);
  if (!commit) return;
  const outcome = await commitFinalize({
    root: config.root,
    // What an earlier run wrote and could not commit belongs to this commit too.
    paths: [...new Set([...paths, ...written, path])],
    message: plan.commitMessage,
    ...(tag === undefined ? {} : { tag }),
    ...(push === undefined ? {} : { push }),
  });
  say(outcome.commit === null ? 'ℹ Committed already' : `✓ Committed: ${outcome.commit}`);
});
