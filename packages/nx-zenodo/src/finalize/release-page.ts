import { formatDiff, updateReleaseDescription } from '@nx-zenodo/finalize';
import { formatFindings } from '@nx-zenodo/findings';
import {
  compareAssets,
  detectForge,
  openForge,
  requireRelease,
  syncAssets,
  syncDescription,
} from '@nx-zenodo/forge';
import type { AssetSource, Forge, ForgeRelease } from '@nx-zenodo/forge';
import type { SavedReceipt } from '@nx-zenodo/deposit';
import { readRemoteUrl } from '../git/node/git.js';
import { PluginError } from '../plugin-error.js';
import type { ReleaseConfig } from '../release-config/release-config.js';
import { assetSources } from './asset-sources.js';
import type { PublishedFacts } from './plan-documents.js';

/** Which forge the remote of the configuration leads to. */
export async function detectReleasePage({ root, finalize: { forge } }: ReleaseConfig) {
  const { kind, apiUrl } = forge;
  return detectForge(await readRemoteUrl(root, forge.remote), process.env, {
    ...(kind === undefined ? {} : { kind }),
    ...(apiUrl === undefined ? {} : { apiUrl }),
  });
}

/** What the release page is to say, and how far that goes. */
export interface PageRequest {
  readonly receipt: SavedReceipt;
  readonly facts: PublishedFacts;
  readonly dryRun: boolean;
  readonly say: (line: string) => void;
}

/**
 * Writes badge, citation and verification into the description of the release on its forge and brings the published
 * files there as assets; a dry run shows both and sends nothing. Without a forge it says so and does nothing.
 * @throws ForgeError when the forge refuses or an asset differs, FinalizeError NZ8007 for broken markers.
 */
export async function finalizeReleasePage(
  config: ReleaseConfig,
  { receipt, facts, dryRun, say }: PageRequest,
): Promise<void> {
  const detected = await detectReleasePage(config);
  if (detected.kind === 'none') {
    if (detected.findings.length > 0) say(formatFindings(detected.findings));
    say(`ℹ No forge behind the remote ${config.finalize.forge.remote}: no release page is written`);
    return;
  }
  const forge = openForge(detected.location, detected.token);
  const release = await requireRelease(forge, config.tag);
  const { published, manifest, citation, releaseRoot } = facts;
  const edited = updateReleaseDescription(release.description, {
    published,
    manifest,
    citation: citation ?? { text: published.recordUrl },
    releaseRoot,
  });
  if (edited.findings.length > 0) throw PluginError.of(edited.findings);
  const { assets } = config.finalize.forge;
  const sources = assets ? await assetSources(config, receipt, manifest) : [];
  say(
    formatDiff({ path: release.url, before: release.description, after: edited.text }) ||
      `Nothing to write: ${release.url} names ${published.doi} already.`,
  );
  await (dryRun ? tellAssets : writePage)({ forge, release, sources, text: edited.text, say });
}

interface Page {
  readonly forge: Forge;
  readonly release: ForgeRelease;
  readonly sources: readonly AssetSource[];
  readonly text: string;
  readonly say: (line: string) => void;
}

const intents = { same: 'is kept', absent: 'is to be uploaded', other: 'has other bytes' } as const;

async function tellAssets({ forge, release, sources, say }: Page): Promise<void> {
  for (const { source, state } of await compareAssets(forge, release, sources)) {
    say(`ℹ Asset ${source.name}: ${intents[state]}`);
  }
}

async function writePage({ forge, release, sources, text, say }: Page): Promise<void> {
  const { done } = await syncDescription(forge, release, () => text);
  if (done === 'updated') say(`✓ ${release.url}`);
  for (const outcome of await syncAssets(forge, release, sources)) {
    say(`✓ Asset ${outcome.done}: ${outcome.name} (SHA-256 ${outcome.sha256.slice(0, 12)}…)`);
  }
}
