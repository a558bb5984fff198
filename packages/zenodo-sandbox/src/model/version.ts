import type { CustomFields, RdmAccess, RdmMetadata } from '@nx-zenodo/zenodo-api';
import type { FileEntry, StoredContent } from './file-entry.js';

/** A persistent identifier as InvenioRDM keeps it. */
export interface Pid {
  readonly identifier: string;
  readonly provider: string;
  readonly client?: string;
}

/** What a depositor writes, in InvenioRDM's shape: both APIs are faces of it. */
export interface Content {
  readonly metadata: RdmMetadata;
  readonly customFields: CustomFields;
  readonly access: RdmAccess;
  readonly pids: { readonly doi?: Pid | undefined; readonly oai?: Pid | undefined };
}

/** One state of a version: its open draft, or what is published. */
export interface Revision {
  readonly content: Content;
  readonly files: readonly FileEntry[];
  /** Key of the file that the page opens first. */
  readonly preview?: string | undefined;
  /** Rises by one with each change; the number in the ETag. */
  readonly revision: number;
  /** ISO 8601 instants. */
  readonly created: string;
  readonly updated: string;
}

/** What stays of a deleted record. */
export interface Tombstone {
  readonly removed: string;
  readonly reason: string;
  readonly note: string;
}

/** Another form of a record, uploaded beside its files and named by its media type. */
export interface ExtraFormat {
  readonly type: string;
  readonly content: StoredContent;
  /** ISO 8601 instants. */
  readonly created: string;
  readonly updated: string;
}

/** A secret link; whoever sends its token has its permission on all versions of the concept. */
export interface AccessLink {
  readonly id: string;
  readonly token: string;
  readonly created_at: string;
  /** YYYY-MM-DD and perhaps a time; `null` for ever. */
  readonly expires_at: string | null;
  readonly permission: 'view' | 'preview' | 'edit';
  readonly description: string;
  readonly origin: string | null;
}

/** Who may ask for access to restricted files, and on what conditions. */
export interface AccessSettings {
  readonly allow_user_requests: boolean;
  readonly allow_guest_requests: boolean;
  /** HTML. */
  readonly accept_conditions_text: string | null;
  /** Days that a link given to a guest holds; 0 for ever. */
  readonly secret_link_expiration: number;
}

/** The settings of a work for which nobody has set any. */
export const noAccessRequests: AccessSettings = {
  allow_user_requests: false,
  allow_guest_requests: false,
  accept_conditions_text: null,
  secret_link_expiration: 0,
};

/** What an account may do with all versions of a work besides its owner. */
export interface Grant {
  readonly account: number;
  readonly permission: 'view' | 'preview' | 'edit' | 'manage';
  /** `request:ID` of what it was given for. */
  readonly origin?: string;
}

/** One recid: a draft, a record, or a record with an open draft. */
export interface Version {
  readonly id: number;
  /** The id of the concept that all versions of a work have in common. */
  readonly concept: number;
  readonly owner: number;
  /** The bucket keeps its id when the draft is published. */
  readonly bucket: string;
  readonly created: string;
  readonly draft?: Revision | undefined;
  readonly record?: Revision | undefined;
  readonly published?: string | undefined;
  /** Set while the owner may still replace files of the published record. */
  readonly unlocked?: boolean | undefined;
  readonly deleted?: Tombstone | undefined;
  readonly formats?: readonly ExtraFormat[];
  /** Id of the request by which the draft is to come into a community. */
  readonly review?: string | undefined;
  readonly grants?: readonly Grant[];
  /** Bytes that it may hold, where its owner has raised them. */
  readonly quota?: number;
}

/** All versions of a work. */
export interface Concept {
  readonly id: number;
  /** Ids of its versions, oldest first, drafts included. */
  readonly versions: readonly number[];
  readonly doi?: string | undefined;
  /** Slugs of the communities the work is in. */
  readonly communities: readonly string[];
  readonly links?: readonly AccessLink[];
  readonly settings?: AccessSettings;
  /** Number that GitHub gave the repository whose releases are its versions. */
  readonly repository?: number;
}
