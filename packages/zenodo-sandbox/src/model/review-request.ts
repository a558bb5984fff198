/** What somebody else has to decide about, as invenio-requests keeps it. */
export interface ReviewRequest {
  /** UUID. */
  readonly id: string;
  readonly type: 'community-submission' | 'community-inclusion' | 'record-deletion';
  readonly status: 'created' | 'submitted' | 'accepted' | 'declined' | 'cancelled';
  /** Account that asks. */
  readonly creator: number;
  /** Slug of the community that is asked; a deletion is asked of the operators. */
  readonly community?: string;
  /** Version that it is about. */
  readonly record: number;
  /** Of a deletion: the id of its reason, and a comment. */
  readonly reason?: string;
  readonly note?: string;
  /** ISO 8601 instants. */
  readonly created: string;
  readonly updated: string;
}

/** True while somebody has to decide. */
export function isOpen({ status }: ReviewRequest): boolean {
  return status === 'submitted';
}

/** True once it was decided or withdrawn. */
export function isClosed({ status }: ReviewRequest): boolean {
  return status !== 'created' && status !== 'submitted';
}
