import type { Drift } from '../drift/compare-tags.js';
import type { Fact } from './fact.js';

/** How many of how many; both counted, neither promised. */
export interface Tally {
  readonly done: number;
  readonly of: number;
}

/** A record that was published, told by the digests of what it was made from. */
export interface Rehearsal {
  readonly environment: string;
  readonly signatureSha256: string;
  readonly bundleSha256: string;
}

/** What is known before a publication. */
export interface BeforeFacts {
  /** What the sandbox or the local Zenodo published last, and the digests as they are now. */
  readonly rehearsal: Fact<{
    readonly last: Rehearsal | null;
    readonly signatureSha256: string;
    /** Null where the bundle was not made. */
    readonly bundleSha256: string | null;
  }>;
  /** Files that the release names and that do not exist. */
  readonly missingFiles: Fact<readonly string[]>;
  readonly frozen: Fact<{
    readonly entries: number;
    readonly problems: number;
    /** Files that finalize changed since, and that match at the tag. */
    readonly atTag: readonly string[];
  }>;
  readonly validation: Fact<Tally>;
  readonly metadata: Fact<{ readonly errors: number; readonly warnings: number }>;
  /** Creators with an ORCID iD, of all creators. */
  readonly orcids: Fact<Tally>;
  /** Licence identifier; '' where the metadata names none. */
  readonly licence: Fact<string>;
  readonly urls: Fact<{ readonly checked: number; readonly broken: readonly string[] }>;
  readonly token: Fact<{
    readonly environment: string;
    readonly present: boolean;
    /** Whether the server knows it; null where it was not asked. */
    readonly accepted: boolean | null;
    /** Null where the server does not tell. */
    readonly scopes: readonly string[] | null;
  }>;
}

/** What is known after a publication. */
export interface AfterFacts {
  readonly doi: string;
  readonly conceptDoi: string;
  /** Path of the saved receipt. */
  readonly receipt: string;
  readonly receiptCommitted: Fact<boolean>;
  readonly notes: Fact<{ readonly placeholders: number; readonly namesDoi: boolean }>;
  readonly badgeDois: Fact<readonly string[]>;
  /** The release page on the forge; null where there is none. */
  readonly forgeRelease: Fact<{ readonly url: string; readonly namesDoi: boolean } | null>;
  /** The DOI that the record answers with; null where it does not answer. */
  readonly recordDoi: Fact<string | null>;
  /** Files downloaded from the public record whose SHA-256 was that of the release. */
  readonly downloads: Fact<Tally>;
  /** Documents that name the concept DOI, of those that are looked at. */
  readonly documents: Fact<{ readonly naming: readonly string[]; readonly of: number }>;
}

/** Every tag against every record and what documents show. */
export interface VersionFacts {
  readonly tags: number;
  readonly records: number;
  readonly drift: Drift;
}

/** Everything that the checklist is answered from. */
export interface ChecklistFacts {
  readonly version: string;
  readonly before: BeforeFacts;
  /** Null before the release is published. */
  readonly after: AfterFacts | null;
  readonly versions: Fact<VersionFacts>;
}
