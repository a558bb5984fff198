/** How many of how many; both counted, neither promised. */
export interface Tally {
  readonly done: number;
  readonly of: number;
}

/** What is known before a publication. Null: nobody looked. */
export interface BeforeFacts {
  /** Releases that the sandbox or the local Zenodo published, by digest of their signature. */
  readonly rehearsal: {
    readonly environment: string;
    readonly signatureSha256: string;
  } | null;
  /** Digest of the signature as it stands now. */
  readonly signatureSha256: string | null;
  /** Files that the release names and that do not exist. */
  readonly missingFiles: readonly string[] | null;
  readonly frozen: { readonly entries: number; readonly problems: number } | null;
  readonly validation: Tally | null;
  readonly metadata: { readonly errors: number; readonly warnings: number } | null;
  /** Creators with an ORCID iD, of all creators. */
  readonly orcids: Tally | null;
  /** Licence identifier; '' where the metadata names none. */
  readonly licence: string | null;
  readonly urls: { readonly checked: number; readonly broken: readonly string[] } | null;
  readonly token: {
    readonly environment: string;
    readonly present: boolean;
    /** Null where the server does not tell. */
    readonly scopes: readonly string[] | null;
  } | null;
}

/** What is known after a publication. Null: nobody looked. */
export interface AfterFacts {
  readonly doi: string | null;
  readonly conceptDoi: string | null;
  /** Path of the saved receipt; '' where there is none. */
  readonly receipt: string | null;
  readonly receiptCommitted: boolean | null;
  /** Placeholders left in the release notes. */
  readonly placeholdersInNotes: number | null;
  readonly badgeDois: readonly string[] | null;
  /** URL of the release page on the forge; '' where there is none. */
  readonly forgeRelease: string | null;
  readonly recordReachable: boolean | null;
  /** Files downloaded from the public record whose SHA-256 was that of the release. */
  readonly downloads: Tally | null;
  /** Documents that name the concept DOI. */
  readonly documentsWithConceptDoi: readonly string[] | null;
}

export interface ChecklistFacts {
  readonly version: string;
  readonly before: BeforeFacts;
  /** Null before the release is published. */
  readonly after: AfterFacts | null;
}
