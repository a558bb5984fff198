/** A contributor as GitHub's API lists them. */
export interface GithubContributor {
  readonly login: string;
  /** Name of the profile, where it has one. */
  readonly name?: string;
  readonly company?: string;
  readonly type: string;
  readonly contributions: number;
}

/** What Zenodo's webhook knows of a release beside the two metadata files at its tag. */
export interface GithubRelease {
  /** `owner/repository`. */
  readonly fullName: string;
  readonly tag: string;
  readonly releaseName: string;
  /** The body of the release rendered from Markdown; empty where it has none. */
  readonly bodyHtml: string;
  readonly repositoryDescription: string;
  /** ISO 8601. */
  readonly publishedAt: string;
  /** SPDX id that GitHub detected on the default branch, null for none. */
  readonly detectedLicense: string | null;
  readonly contributors: readonly GithubContributor[];
  /** Owner of the repository, for when nobody else is named. */
  readonly owner: { readonly name: string; readonly company?: string } | null;
  /** Day on which Zenodo handles the release, ISO 8601. */
  readonly processingDate: string;
}

/** The files at the tag, as bytes; absent ones are undefined. */
export interface GithubMetadataFiles {
  readonly zenodoJson?: Uint8Array | undefined;
  readonly citationCff?: Uint8Array | undefined;
}
