import { refusedName } from '../findings/forge-findings.js';
import { throwFindings } from '../findings/forge-error.js';
import type { ForgeFinding } from '../findings/forge-error.js';
import type { AssetSource, Forge, ForgeAsset, ForgeRelease } from '../forge.js';

/** How a file stands to what the release page has under its name. */
export interface AssetStanding {
  readonly source: AssetSource;
  /** `same` by SHA-256 of the bytes that the forge serves; `other` where other bytes have the name. */
  readonly state: 'same' | 'absent' | 'other';
  /** Under the same name: other bytes, or the rest of an upload that broke off. */
  readonly others: readonly { readonly asset: ForgeAsset; readonly sha256: string | null }[];
}

/**
 * Compares files with the assets of a release page by digest; nothing is sent.
 *
 * @throws ForgeError NZ8211 with every file whose name the forge would not keep
 */
export async function compareAssets(
  forge: Forge,
  release: ForgeRelease,
  sources: readonly AssetSource[],
): Promise<readonly AssetStanding[]> {
  throwFindings(nameFindings(forge, sources));
  const assets = await forge.listAssets(release);
  const standings: AssetStanding[] = [];
  for (const source of sources) standings.push(await compareAsset(forge, release, source, assets));
  return standings;
}

/** The standing of one file among the assets that were listed. */
export async function compareAsset(
  forge: Forge,
  release: ForgeRelease,
  source: AssetSource,
  assets: readonly ForgeAsset[],
): Promise<AssetStanding> {
  const others: { asset: ForgeAsset; sha256: string | null }[] = [];
  for (const asset of assets.filter(({ name }) => name === source.name)) {
    const sha256 = await digestOf(forge, release, asset, source);
    if (sha256 === source.sha256) return { source, state: 'same', others: [] };
    others.push({ asset, sha256 });
  }
  const differs = others.some(({ sha256 }) => sha256 !== null);
  return { source, state: differs ? 'other' : 'absent', others };
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

function nameFindings(forge: Forge, sources: readonly AssetSource[]): readonly ForgeFinding[] {
  const names = sources.map(({ name }) => name);
  return names.flatMap((name, at) => {
    const problem = names.indexOf(name) < at ? 'two files have it' : forge.nameProblem(name);
    return problem === null ? [] : [refusedName(name, problem)];
  });
}
