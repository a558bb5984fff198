/** The kinds of forge whose release pages are known. Gitea speaks the same API as Forgejo. */
export type ForgeKind = 'github' | 'gitlab' | 'forgejo';

/** The page of one release on a forge. */
export interface ForgeRelease {
  /** The forge's own name for it in its API: a number, or the tag on GitLab. */
  readonly id: string;
  readonly tag: string;
  readonly name: string;
  /** Markdown. */
  readonly description: string;
  /** Null where the forge knows no pre-releases. */
  readonly prerelease: boolean | null;
  /** Visible only to those who may write. */
  readonly draft: boolean;
  readonly url: string;
}

/** One file of a release on a forge. */
export interface ForgeAsset {
  readonly id: string;
  readonly name: string;
  /** Bytes; null where the forge does not tell. */
  readonly size: number | null;
  /** SHA-256 as the forge tells it; null where it does not. What is trusted is what it serves. */
  readonly sha256: string | null;
  /** False for the rest of an upload that broke off. */
  readonly complete: boolean;
  /** Where anybody downloads it. */
  readonly url: string;
}

/** A file to put on a release page. */
export interface AssetSource {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: string;
  /** The bytes, from the beginning at each call. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** Digest and size of what a forge serves. */
export interface AssetDigest {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Release pages of one repository. Every call throws {@link ForgeError}. */
export interface Forge {
  readonly kind: ForgeKind;
  /** Why a name could not be kept by this forge; null when it can. */
  readonly nameProblem: (name: string) => string | null;
  getRelease(tag: string): Promise<ForgeRelease | null>;
  /** All releases, newest first, drafts where the token may see them. */
  listReleases(): Promise<readonly ForgeRelease[]>;
  updateDescription(release: ForgeRelease, description: string): Promise<ForgeRelease>;
  listAssets(release: ForgeRelease): Promise<readonly ForgeAsset[]>;
  /** Sends the bytes once; the caller looks afterwards at what is there. */
  uploadAsset(release: ForgeRelease, source: AssetSource): Promise<void>;
  removeAsset(release: ForgeRelease, asset: ForgeAsset): Promise<void>;
  /** Downloads the asset and digests it on the way. */
  digestAsset(release: ForgeRelease, asset: ForgeAsset): Promise<AssetDigest>;
}
