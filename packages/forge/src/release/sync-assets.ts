import { isCodedError } from '@nx-zenodo/findings';
import { assetDiffers, uploadCorrupted } from '../findings/forge-findings.js';
import { ForgeError, throwFindings } from '../findings/forge-error.js';
import type { ForgeFinding } from '../findings/forge-error.js';
import type { AssetSource, Forge, ForgeRelease } from '../forge.js';
import { compareAsset, compareAssets } from './compare-assets.js';
import type { AssetStanding } from './compare-assets.js';

/** What was done about one file. */
export interface AssetOutcome {
  readonly name: string;
  readonly done: 'kept' | 'uploaded' | 'replaced';
  readonly sha256: string;
}

/** How far the files of a release page are brought in line. */
export interface SyncOptions {
  /** Whether an asset with other bytes may be removed for ours; it is an error otherwise. */
  readonly replace?: boolean;
}

/**
 * Brings files onto the release page. What is there with the same SHA-256 is kept; everything else is uploaded, and
 * downloaded again to compare. Run twice, the second run sends nothing. Assets with other names are left alone.
 *
 * @throws ForgeError NZ8211 and NZ8209 with every file concerned before anything is sent, NZ8210 after an upload
 *   whose bytes are not those that were sent
 */
export async function syncAssets(
  forge: Forge,
  release: ForgeRelease,
  sources: readonly AssetSource[],
  options: SyncOptions = {},
): Promise<readonly AssetOutcome[]> {
  const standings = await compareAssets(forge, release, sources);
  if (options.replace !== true) throwFindings(standings.flatMap(differing));
  const outcomes: AssetOutcome[] = [];
  for (const one of standings) outcomes.push(await settled(forge, release, one));
  return outcomes;
}

async function settled(
  forge: Forge,
  release: ForgeRelease,
  { source, state, others }: AssetStanding,
): Promise<AssetOutcome> {
  const { name, sha256 } = source;
  if (state === 'same') return { name, done: 'kept', sha256 };
  for (const { asset } of others) await forge.removeAsset(release, asset);
  await uploaded(forge, release, source);
  return { name, done: state === 'other' ? 'replaced' : 'uploaded', sha256 };
}

async function uploaded(forge: Forge, release: ForgeRelease, source: AssetSource): Promise<void> {
  try {
    await forge.uploadAsset(release, source);
  } catch (error) {
    if (!isUncertain(error)) throw error;
    // Nobody knows whether it arrived: look, and send it again only if it did not.
    const now = await compareAsset(forge, release, source, await forge.listAssets(release));
    if (now.state === 'same') return;
    for (const { asset } of now.others) await forge.removeAsset(release, asset);
    await forge.uploadAsset(release, source);
  }
  const after = await compareAsset(forge, release, source, await forge.listAssets(release));
  if (after.state === 'same') return;
  const there = after.others.find((one) => one.sha256 !== null)?.sha256 ?? 'nothing';
  throw new ForgeError([uploadCorrupted(source.name, there, source.sha256)]);
}

/** No answer, or an answer of 5xx: the forge may or may not have done it. */
function isUncertain(error: unknown): boolean {
  if (!isCodedError(error)) return false;
  return (
    error.code === 'NZ8201' ||
    (error.code === 'NZ8206' && /answered with 5\d\d/.test(error.message))
  );
}

function differing({ source, others }: AssetStanding): readonly ForgeFinding[] {
  return others.flatMap(({ sha256 }) =>
    sha256 === null ? [] : [assetDiffers(source.name, sha256, source.sha256)],
  );
}
