/** What somebody else has to decide about, as invenio-requests keeps it. */
export interface ReviewRequest {
  /** UUID. */
  readonly id: string;
  readonly type:
    | 'community-submission'
    | 'community-inclusion'
    | 'record-deletion'
    | 'user-access-request'
    | 'guest-access-request';
  readonly status: 'created' | 'submitted' | 'accepted' | 'declined' | 'cancelled';
  /** Account that asks; a guest has none. */
  readonly creator?: number;
  readonly guest?: Guest;
  /** Slug of the community that is asked; a deletion is asked of the operators. */
  readonly community?: string;
  /** Version that it is about. */
  readonly record: number;
  /** Of a deletion the id of its reason and a comment, of an access request what was written to the owner. */
  readonly reason?: string;
  readonly note?: string;
  /** ISO 8601 instants. */
  readonly created: string;
  readonly updated: string;
}

/** Somebody without an account who asks for the files of a record. */
export interface Guest {
  readonly email: string;
  readonly name: string;
  /** `true` when name and address may be shown to the owner. */
  readonly consent: string;
}

/** True for what the owner of the record decides, and nobody else. */
export function asksForAccess({ type }: ReviewRequest): boolean {
  return type === 'user-access-request' || type === 'guest-access-request';
}

/** True while somebody has to decide. */
export function isOpen({ status }: ReviewRequest): boolean {
  return status === 'submitted';
}

/** True once it was decided or withdrawn. */
export function isClosed({ status }: ReviewRequest): boolean {
  return status !== 'created' && status !== 'submitted';
}
