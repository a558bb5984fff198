import { createHash } from 'node:crypto';

/** A release as every forge keeps it, before its API gives it a shape. */
export interface StoredRelease {
  readonly id: number;
  readonly tag: string;
  body: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  assets: StoredAsset[];
}

export interface StoredAsset {
  readonly id: number;
  readonly name: string;
  bytes: Buffer;
  /** The rest of an upload that broke off. */
  readonly starter: boolean;
}

/** Releases of one repository in memory. */
export class ReleaseStore {
  readonly releases: StoredRelease[] = [];
  #next = 1;

  add(
    tag: string,
    change: Partial<Pick<StoredRelease, 'body' | 'draft' | 'prerelease'>> = {},
  ): StoredRelease {
    const release = {
      id: this.#next++,
      tag,
      body: '',
      draft: false,
      prerelease: false,
      assets: [],
      ...change,
    };
    this.releases.unshift(release);
    return release;
  }

  addAsset(release: StoredRelease, name: string, bytes: Buffer, starter = false): StoredAsset {
    const asset = { id: this.#next++, name, bytes, starter };
    release.assets.push(asset);
    return asset;
  }

  byId(id: string): StoredRelease | undefined {
    return this.releases.find((release) => release.id === Number(id));
  }

  byTag(tag: string): StoredRelease | undefined {
    return this.releases.find((release) => release.tag === tag);
  }

  asset(id: string): StoredAsset | undefined {
    return this.releases.flatMap(({ assets }) => assets).find((asset) => asset.id === Number(id));
  }

  removeAsset(id: string): boolean {
    const before = this.releases.flatMap(({ assets }) => assets).length;
    for (const release of this.releases) {
      release.assets = release.assets.filter((asset) => asset.id !== Number(id));
    }
    return this.releases.flatMap(({ assets }) => assets).length < before;
  }
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
