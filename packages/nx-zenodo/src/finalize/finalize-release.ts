import { applyFinalize, commitFinalize, formatFinalizePlan } from '@nx-zenodo/finalize';
import { formatFindings, isError } from '@nx-zenodo/findings';
import { PluginError } from '../plugin-error.js';
import { readReceipt } from '../receipt/node/read-receipts.js';
import type { ReleaseConfig } from '../release-config/release-config.js';
import { planDocuments } from './plan-documents.js';

/** How far finalizing goes. */
export interface FinalizeRun {
  /** Path of the receipt below the release root. */
  readonly receipt: string;
  readonly dryRun: boolean;
  readonly commit: boolean;
  readonly tag?: string | undefined;
  readonly push?: string | undefined;
}

/**
 * Writes DOI, badge, citation and inventory into the documents of a published release, and commits them
 * when asked to. Run again it changes nothing.
 * @throws PluginError with every finding of the plan, FinalizeError when a document or git refuses.
 */
export async function finalizeRelease(
  config: ReleaseConfig,
  run: FinalizeRun,
  say: (line: string) => void,
): Promise<void> {
  const receipt = await readReceipt(config, run.receipt);
  const { plan, paths } = await planDocuments(config, receipt);
  if (plan.findings.some(isError)) throw PluginError.of(plan.findings);
  if (plan.findings.length > 0) say(formatFindings(plan.findings));
  say(formatFinalizePlan(plan));
  if (run.dryRun) return;
  const written = await applyFinalize(config.root, plan);
  for (const file of written) say(`✓ ${file}`);
  if (!run.commit) return;
  const outcome = await commitFinalize({
    root: config.root,
    // What an earlier run wrote and could not commit belongs to this commit too.
    paths: [...new Set([...paths, ...written, run.receipt])],
    message: plan.commitMessage,
    ...(run.tag === undefined ? {} : { tag: run.tag }),
    ...(run.push === undefined ? {} : { push: run.push }),
  });
  say(outcome.commit === null ? 'ℹ Committed already' : `✓ Committed: ${outcome.commit}`);
}
