import { depositRelease, formatPlan, planRelease } from '@nx-zenodo/deposit';
import type { DepositReceipt, DraftPolicy } from '@nx-zenodo/deposit';
import type { Finding } from '@nx-zenodo/findings';
import type { ProvedChain } from '../chain/gate.js';
import type { Environment, EnvironmentName } from '../environment/environment.js';
import { confirmPublication } from '../environment/node/confirm-publication.js';
import { openTarget } from '../environment/node/open-target.js';
import { PluginError } from '../plugin-error.js';
import { writeReceipt } from '../receipt/node/write-receipt.js';
import type { ReleaseConfig } from '../release-config/release-config.js';
import { depositSettings } from './deposit-settings.js';
import { mustBeRehearsed } from './rehearsal.js';

/** How a person wants it published. */
export interface PublishOptions {
  readonly environment: Environment;
  readonly confirm?: string | undefined;
  readonly dryRun?: boolean | undefined;
  readonly draftPolicy: DraftPolicy;
  readonly newConcept: boolean;
  readonly skipRehearsal?: string | undefined;
}

/** What is published, and for whom. */
export interface Publication {
  readonly config: ReleaseConfig;
  readonly chain: ProvedChain;
  /** Absolute folder that the paths of the bundle are below. */
  readonly root: string;
  readonly workspaceRoot: string;
  readonly say: (line: string) => void;
}

/** A receipt and where it was saved. */
export interface PublishedRelease {
  readonly receipt: DepositReceipt;
  readonly path: string;
}

/**
 * Publishes a proved release once: rehearsed, confirmed, read back, its receipt saved. A dry run tells the plan
 * and answers null.
 * @throws PluginError for what is missing before the first request, for a dry run that would be refused, and
 *   NZ9029 where the release is published and the receipt cannot be saved; DepositError and ZenodoError
 */
export async function publishRelease(
  { config, chain, root, workspaceRoot, say }: Publication,
  options: PublishOptions,
): Promise<PublishedRelease | null> {
  const { environment } = options;
  const { bundle, metadata } = chain;
  const { dryRun = process.env['NX_DRY_RUN'] === 'true', skipRehearsal } = options;
  if (!dryRun) {
    await mustBeRehearsed(config, chain, environment, skipRehearsal);
    await confirmPublication(config, bundle.entries.length, environment, options.confirm);
  }
  const target = await openTarget(environment, workspaceRoot);
  try {
    const request = {
      ...(await depositSettings({ config, environment, target, workspaceRoot, say })),
      root,
      bundle,
      metadata,
      draftPolicy: options.draftPolicy,
      allowNewConcept: options.newConcept,
      ...(skipRehearsal === undefined ? {} : { skippedRehearsal: skipRehearsal }),
    };
    if (dryRun) {
      const plan = await planRelease(request);
      if (plan.kind === 'refuse') throw PluginError.of(plan.findings);
      say(formatPlan(plan, target.apiUrl));
      return null;
    }
    const receipt = await depositRelease(request);
    const path = await saved(config, environment.name, receipt);
    say(`✓ Receipt saved: ${path}\n`);
    return { receipt, path };
  } finally {
    await target.close();
  }
}

async function saved(
  config: ReleaseConfig,
  environment: EnvironmentName,
  receipt: DepositReceipt,
): Promise<string> {
  try {
    return await writeReceipt(config, environment, receipt);
  } catch (cause) {
    throw new PluginError([receiptNotSaved(config.receipt, receipt, cause)], { cause });
  }
}

function receiptNotSaved(file: string, receipt: DepositReceipt, cause: unknown): Finding {
  const why = cause instanceof Error ? cause.message : String(cause);
  return {
    code: 'NZ9029',
    severity: 'error',
    message: `Record ${receipt.recordId} (${receipt.doi}) is published, and its receipt could not be saved: ${why}`,
    cure: 'Cure that, then run the same command again: it finds the record, publishes nothing and saves the receipt.',
    place: { file },
  };
}
