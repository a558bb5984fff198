import type { RdmMetadata } from '@nx-zenodo/zenodo-api';

/** Where the integration gives up: reading the files, making the draft, or publishing it. */
export type GithubStage = 'load' | 'create-draft' | 'publish';

/** The metadata that Zenodo works out before its schema looks at it. */
export type GeneratedMetadata = Readonly<Record<string, unknown>>;

/** What Zenodo's GitHub integration makes of a release. */
export type GithubOutcome =
  | {
      readonly accepted: true;
      readonly usedFile: '.zenodo.json' | 'CITATION.cff' | null;
      readonly generated: GeneratedMetadata;
      readonly published: RdmMetadata;
      /** What only Zenodo's own lists can tell. */
      readonly unverified: readonly string[];
    }
  | {
      readonly accepted: false;
      readonly usedFile: '.zenodo.json' | 'CITATION.cff' | null;
      readonly stage: GithubStage;
      /** `json-syntax`, `yaml-syntax`, `not-utf8`, `schema`, `exception:<type>`, `unknown-vocabulary-id` or `record-validation`. */
      readonly cause: string;
      /** `field: message`, all of them. */
      readonly detail: readonly string[];
      /** The text that the owner sees on Zenodo's GitHub page. */
      readonly zenodoMessage: string;
      /** Null where the files could not be read. */
      readonly generated: GeneratedMetadata | null;
    };

/** Why reading a file failed. */
export class LoadFailure extends Error {
  constructor(
    readonly usedFile: '.zenodo.json' | 'CITATION.cff',
    readonly reason: string,
    readonly detail: readonly string[],
    readonly zenodoMessage: string,
  ) {
    super(`${usedFile}: ${reason}: ${detail.join('; ')}`);
    this.name = 'LoadFailure';
  }
}
