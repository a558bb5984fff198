import { isCodedError } from '@nx-zenodo/findings';
import { assetDiffers, refusedName, uploadCorrupted } from '../findings/forge-findings.js';
import { ForgeError } from '../findings/forge-error.js';
import type { ForgeFinding } from '../findings/forge-error.js';
import type { AssetSource, Forge, ForgeAsset, ForgeRelease } from '../forge.js';

/** What was done about one file. */
export interface AssetOutcome {
  readonly name: string;
  readonly done: 'kept' | 'uploaded' | 'replaced';
  readonly sha256: string;
}

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
  throwAll(nameFindings(forge, sources));
  const assets = await forge.listAssets(release);
  const standings: Standing[] = [];
  for (const source of sources) standings.push(await standing(forge, release, source, assets));
  if (options.replace !== true) throwAll(standings.flatMap(differing));
  const outcomes: AssetOutcome[] = [];
  for (const one of standings) outcomes.push(await settled(forge, release, one));
  return outcomes;
}

/** How a file stands to what the release page has under its name. */
interface Standing {
  readonly source: AssetSource;
  readonly same: boolean;
  /** Under the same name: other bytes, or the rest of an upload that broke off. */
  readonly others: readonly { readonly asset: ForgeAsset; readonly sha256: string | null }[];
}

async function standing(
  forge: Forge,
  release: ForgeRelease,
  source: AssetSource,
  assets: readonly ForgeAsset[],
): Promise<Standing> {
  const others: { asset: ForgeAsset; sha256: string | null }[] = [];
  for (const asset of assets.filter(({ name }) => name === source.name)) {
    const sha256 = await digestOf(forge, release, asset, source);
    if (sha256 === source.sha256) return { source, same: true, others: [] };
    others.push({ asset, sha256 });
  }
  return { source, same: false, others };
}

// A size or a digest that differs proves a difference; that they agree is believed only of the bytes.
async function digestOf(
  forge: Forge,
  release: ForgeRelease,
  asset: ForgeAsset,
  source: AssetSource,
): Promise<string | null> {
  if (!asset.complete) return null;
  if (asset.sha256 !== null && asset.sha256 !== source.sha256) return asset.sha256;
  return (await forge.digestAsset(release, asset)).sha256;
}

async function settled(
  forge: Forge,
  release: ForgeRelease,
  { source, same, others }: Standing,
): Promise<AssetOutcome> {
  const { name, sha256 } = source;
  if (same) return { name, done: 'kept', sha256 };
  for (const { asset } of others) await forge.removeAsset(release, asset);
  await uploaded(forge, release, source);
  const replaced = others.some((one) => one.sha256 !== null);
  return { name, done: replaced ? 'replaced' : 'uploaded', sha256 };
}

async function uploaded(forge: Forge, release: ForgeRelease, source: AssetSource): Promise<void> {
  try {
    await forge.uploadAsset(release, source);
  } catch (error) {
    if (!isUncertain(error)) throw error;
    // Nobody knows whether it arrived: look, and send it again only if it did not.
    const now = await standing(forge, release, source, await forge.listAssets(release));
    if (now.same) return;
    for (const { asset } of now.others) await forge.removeAsset(release, asset);
    await forge.uploadAsset(release, source);
  }
  const after = await standing(forge, release, source, await forge.listAssets(release));
  if (after.same) return;
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

function differing({ source, others }: Standing): readonly ForgeFinding[] {
  return others.flatMap(({ sha256 }) =>
    sha256 === null ? [] : [assetDiffers(source.name, sha256, source.sha256)],
  );
}

function nameFindings(forge: Forge, sources: readonly AssetSource[]): readonly ForgeFinding[] {
  const names = sources.map(({ name }) => name);
  return names.flatMap((name, at) => {
    const problem = names.indexOf(name) < at ? 'two files have it' : forge.nameProblem(name);
    return problem === null ? [] : [refusedName(name, problem)];
  });
}

function throwAll(findings: readonly ForgeFinding[]): void {
  const [first, ...others] = findings;
  if (first !== undefined) throw new ForgeError([first, ...others]);
}
