import type { ChecklistFacts } from '@nx-zenodo/finalize';
import { createZenodoClient } from '@nx-zenodo/zenodo-client';
import type { ZenodoClient } from '@nx-zenodo/zenodo-client';
import type { ArchiveConfig } from '../../archive/archive-schema.js';
import type { EnvironmentName } from '../../environment/environment.js';
import { openReader } from '../../environment/node/open-target.js';
import { readReceiptFamily } from '../../receipt/node/read-family.js';
import { isOfRelease, readReceiptAt } from '../../receipt/node/read-receipts.js';
import type { KnownReceipt } from '../../receipt/node/read-receipts.js';
import { environmentOrder, environmentReceiptPath } from '../../receipt/receipt-path.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { readAfterFacts } from './after-facts.js';
import { readArchiveBefore } from './archive-before.js';
import { readBeforeFacts } from './before-facts.js';
import { readToken } from './token-facts.js';
import { readVersionFacts } from './version-facts.js';

/** How the status of a release is read. */
export interface StatusRequest {
  readonly config: ReleaseConfig;
  /** The archive that `config` is one tag of; null for a release of its own. */
  readonly archive: ArchiveConfig | null;
  /** Undefined for that of the receipt, or production where nothing was published. */
  readonly environment?: EnvironmentName | undefined;
  readonly offline: boolean;
  readonly downloads: boolean;
  readonly ignoredTags: readonly string[];
  readonly workspaceRoot: string;
}

/** Everything that is known of a release in one environment. */
export interface ReleaseStatus {
  readonly environment: EnvironmentName;
  readonly facts: ChecklistFacts;
  /** Receipt of the newest version in that environment, relative to the project; null where there is none. */
  readonly receipt: string | null;
}

/** Reads the facts of the checklist. Only what was published is asked for, and nothing is written. */
export async function readStatus(request: StatusRequest): Promise<ReleaseStatus> {
  const { config, offline, workspaceRoot } = request;
  const standing = await ownReceipt(config, config.receipt);
  const environment = request.environment ?? standing?.environment.name ?? 'production';
  const target = offline ? null : await openReader(environment, workspaceRoot);
  const client = target === null ? null : createZenodoClient({ ...target, patience: brief });
  try {
    return await readWith(client, environment, request);
  } finally {
    await client?.close();
    await target?.close();
  }
}

// Somebody waits for a list: what does not answer soon is not known.
const brief = { attempts: 2, longestWaitMs: 5000 };

async function readWith(
  client: ZenodoClient | null,
  environment: EnvironmentName,
  { config, archive, offline, downloads, ignoredTags }: StatusRequest,
): Promise<ReleaseStatus> {
  const family = await readReceiptFamily(config);
  const published = await publishedHere(config, environment);
  const isPublished = published !== null;
  const receipts = family.filter((one) => one.environment.name === environment);
  const asked = {
    config,
    receipts: family.filter(({ release }) => release.version === config.version),
    isPublished,
    offline,
    token: await readToken(environment, client),
  };
  const before =
    archive === null
      ? await readBeforeFacts(asked)
      : await readArchiveBefore({ ...asked, archive });
  const after =
    published === null ? null : await readAfterFacts({ config, ...published, client, downloads });
  const versions = await readVersionFacts({
    config,
    archive,
    receipts,
    isPublished,
    ignoredTags,
    client,
  });
  const { version } = receipts.at(-1)?.release ?? {};
  return {
    environment,
    facts: { version: config.version, before, after, versions },
    receipt: version === undefined ? null : config.receiptPattern.replaceAll('{version}', version),
  };
}

// The receipt that the configuration names, or the one that this environment keeps.
async function publishedHere(
  config: ReleaseConfig,
  environment: EnvironmentName,
): Promise<{ receipt: KnownReceipt; receiptPath: string } | null> {
  for (const receiptPath of [config.receipt, environmentReceiptPath(environment)]) {
    const receipt = await ownReceipt(config, receiptPath);
    if (receipt?.environment.name === environment) return { receipt, receiptPath };
  }
  return null;
}

async function ownReceipt(config: ReleaseConfig, path: string): Promise<KnownReceipt | null> {
  const receipt = await readReceiptAt(config.root, path);
  const name = environmentOrder.find((one) => one === receipt?.environment.name);
  if (receipt === null || name === undefined || !isOfRelease(config, receipt)) return null;
  if (receipt.release.version !== config.version) return null;
  return { ...receipt, environment: { ...receipt.environment, name } };
}
