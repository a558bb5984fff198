import { CodedError } from '@nx-zenodo/findings';
import type { Finding, Place, Severity } from '@nx-zenodo/findings';

/** Every code this package speaks, with the cure where the finding gives none of its own. */
const cures = {
  NZ3001: 'Create the file, or name the right one in zenodo.release.json under `metadata`.',
  NZ3002: 'Correct the syntax at that place.',
  NZ3003: 'Remove the key, or correct its spelling.',
  NZ3004: 'Write the value in the form that the message names.',
  NZ3005: 'Keep one of the two and remove the other.',
  NZ3006: 'Keep metadata in a file of its own, below the limit.',
  NZ3007: 'Name a file below the release root.',
  NZ3010:
    'Write the version of the release into the metadata, or release under the version it states.',
  NZ3011: 'Add the field: Zenodo does not publish without it.',
  NZ3012: 'Correct the value: Zenodo answers 400 to the upload of this metadata.',
  NZ3013: 'Correct the value: Zenodo saves it, then refuses to publish.',
  NZ3014: 'Correct or remove the value: Zenodo would take the file and lose it without a word.',
  NZ3015: 'Nothing to do, unless the changed form is not what you mean.',
  NZ3016: 'Write a person as "Family, Given".',
  NZ3017: 'State the value yourself.',
  NZ3018: 'Remove `doi`: Zenodo mints its own DOI and refuses this one.',
  NZ3019: 'Look at the record after publishing.',
  NZ3020: 'Copy the identifier again from its owner’s page; its last sign is a check digit.',
  NZ3022: 'Replace the placeholder by what it stands for.',
  NZ3026: 'Keep each keyword once.',
  NZ3030: 'Correct the source that is wrong, or write all of them from one.',
  NZ3031: 'Correct the one that is wrong.',
  NZ3050: 'Keep one of them, or hold both to one content (`metadata-sync`).',
  NZ3051: 'State the licence in the metadata, or restore the text as its steward publishes it.',
  NZ3052: 'State the licence in the metadata, or keep one file at the root.',
  NZ3053: 'Remove `version`: it is then that of the tag.',
  NZ3054: 'Remove `doi`.',
  NZ3055: 'Say it in another form, or leave it to the page of the release.',
  NZ3056: 'Write them, or leave `description.from` out.',
  NZ3057: 'Correct the file: the GitHub integration would fail, and nothing would be published.',
} as const;

/** Every code this package speaks; each has a page docs/errors/<code>.md. */
export type MetadataCode = keyof typeof cures;

/** Metadata that cannot be published, or no metadata at all: carries every finding. */
export class MetadataError extends CodedError<MetadataCode> {}

/** What a finding needs beside its code. */
export interface FindingFacts {
  readonly message: string;
  readonly cure?: string;
  readonly place?: Place;
  readonly severity?: Severity;
}

/** Makes a finding of this package; an error unless it says otherwise. */
export function finding(code: MetadataCode, facts: FindingFacts): Finding<MetadataCode> {
  const { message, cure = cures[code], place, severity = 'error' } = facts;
  return { code, severity, message, cure, ...(place === undefined ? {} : { place }) };
}
