import type { FixityFinding } from '../findings/fixity-error.js';

/** What a freeze guard tells, in the order it happens. */
export type GuardEvent =
  /** The first look is done and every folder is watched. */
  | { readonly kind: 'watching'; readonly files: number; readonly folders: number }
  /** Something is no longer as it was signed: the errors that were not there at the look before. */
  | { readonly kind: 'drift'; readonly findings: readonly FixityFinding[] }
  /** Something is as it was signed again: the errors that are gone. */
  | { readonly kind: 'restored'; readonly findings: readonly FixityFinding[] };

/** What changed from one look to the next; a finding is the same when code and message are. */
export function compareLooks(
  before: readonly FixityFinding[],
  after: readonly FixityFinding[],
): GuardEvent[] {
  const key = (finding: FixityFinding) => `${finding.code} ${finding.message}`;
  const without = (findings: readonly FixityFinding[], others: readonly FixityFinding[]) => {
    const known = new Set(others.map(key));
    return findings.filter((finding) => !known.has(key(finding)));
  };
  const drift = without(after, before);
  const restored = without(before, after);
  return [
    ...(drift.length === 0 ? [] : [{ kind: 'drift', findings: drift } as const]),
    ...(restored.length === 0 ? [] : [{ kind: 'restored', findings: restored } as const]),
  ];
}
