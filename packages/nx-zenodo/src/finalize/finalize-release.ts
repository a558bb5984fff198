import {
  applyFinalize,
  commitFinalize,
  formatFinalizePlan,
  requireCommit,
} from '@nx-zenodo/finalize';
import { formatFindings, isCodedError, isError } from '@nx-zenodo/findings';
import { PluginError } from '../plugin-error.js';
import { readOwnReceipt } from '../receipt/node/read-receipts.js';
import type { ReleaseConfig } from '../release-config/release-config.js';
import { readVersionDois } from './known-versions.js';
import { planDocuments, readPublishedFacts } from './plan-documents.js';
import type { PlannedDocuments, PublishedFacts } from './plan-documents.js';
import { readPublishedManifest } from './published-manifest.js';
import { finalizeReleasePage } from './release-page.js';

/** How far finalizing goes. */
export interface FinalizeRun {
  /** Path of the receipt below the release root. */
  readonly receipt: string;
  /** Whether it is a tag that was archived: what it was made of is in no file of the tree. */
  readonly isArchive?: boolean;
  readonly dryRun: boolean;
  readonly commit: boolean;
  readonly tag?: string | undefined;
  readonly push?: string | undefined;
  /** Whether the release page on the forge is written too. */
  readonly forge: boolean;
}

/**
 * Writes DOI, badge, citation and inventory into the documents of a published release, commits them and writes the
 * release page when asked to. Run again it changes nothing.
 * @throws PluginError with every finding of the plan, NZ9020 or NZ9026 for the manifest, FinalizeError when a document or git refuses, ForgeError.
 */
export async function finalizeRelease(
  config: ReleaseConfig,
  run: FinalizeRun,
  workspaceRoot: string,
  say: (line: string) => void,
): Promise<void> {
  const receipt = await readOwnReceipt(config, run.receipt);
  const manifest = run.isArchive === true ? null : await readPublishedManifest(config, receipt);
  const facts = await readPublishedFacts(config, receipt, manifest);
  const versionDois = () => readVersionDois(receipt, workspaceRoot);
  const planned = await planWithVersions(config, facts, versionDois, say);
  const { plan } = planned;
  if (plan.findings.some(isError)) throw PluginError.of(plan.findings);
  if (plan.findings.length > 0) say(formatFindings(plan.findings));
  say(formatFinalizePlan(plan));
  if (!run.dryRun) await writeDocuments(config, run, planned, say);
  if (run.forge) await finalizeReleasePage(config, { receipt, facts, dryRun: run.dryRun, say });
}

// A badge that no receipt knows may be that of a version which was published elsewhere: Zenodo knows them all.
async function planWithVersions(
  config: ReleaseConfig,
  facts: PublishedFacts,
  versionDois: () => Promise<readonly string[]>,
  say: (line: string) => void,
): Promise<PlannedDocuments> {
  const planned = await planDocuments(config, facts);
  if (planned.plan.findings.every(({ code }) => code !== 'NZ8016')) return planned;
  try {
    const ownDois = [...facts.ownDois, ...(await versionDois())];
    return await planDocuments(config, { ...facts, ownDois });
  } catch (error) {
    if (!isCodedError(error)) throw error;
    say(`ℹ Zenodo was not reached (${error.code}), so only the DOIs of the receipts are known`);
    return planned;
  }
}

async function writeDocuments(
  config: ReleaseConfig,
  run: FinalizeRun,
  { plan, paths }: PlannedDocuments,
  say: (line: string) => void,
): Promise<void> {
  const { root } = config;
  // What an earlier run wrote and could not commit belongs to this commit too.
  const changed = plan.changes.map(({ path }) => path);
  const committed = [...new Set([...paths, ...changed, run.receipt])];
  const tag = run.tag === undefined ? {} : { tag: run.tag };
  if (run.commit) await requireCommit({ root, paths: committed, ...tag }, changed.length > 0);
  for (const file of await applyFinalize(root, plan)) say(`✓ ${file}`);
  if (!run.commit) {
    const asked = run.tag !== undefined || run.push !== undefined;
    if (asked) say('⚠ Nothing was tagged or pushed: --tag and --push go with --commit');
    return;
  }
  const outcome = await commitFinalize({
    root,
    paths: committed,
    message: plan.commitMessage,
    ...tag,
    ...(run.push === undefined ? {} : { push: run.push }),
  });
  say(outcome.commit === null ? 'ℹ Committed already' : `✓ Committed: ${outcome.commit}`);
}
