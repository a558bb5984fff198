/**
 * What a check found, told at the field it belongs to. Every `Finding` of @nx-zenodo/findings is one;
 * the type stands here so that this package needs nothing of the chain.
 */
export interface FindingView {
  /** For example `NZ3004`. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly cure: string;
  readonly place?: {
    readonly file?: string;
    readonly line?: number;
    readonly column?: number;
    /** Dotted path or JSON Pointer; its first known name says where on the page the finding stands. */
    readonly field?: string;
  };
}
