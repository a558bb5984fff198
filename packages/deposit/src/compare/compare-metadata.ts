import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import { comparableField } from './comparable-field.js';

/** One field that stands on Zenodo otherwise than it was meant. */
export interface MetadataDifference {
  readonly field: string;
  /** What was sent; undefined where Zenodo holds something that was not sent. */
  readonly sent: unknown;
  /** What Zenodo gives back; undefined where it dropped the field. */
  readonly returned: unknown;
}

// Filled in by Zenodo, or moved by it to another place: their presence, or absence, tells nothing.
const notSent = new Set([
  'prereserve_doi',
  'doi',
  'publication_date',
  'imprint_publisher',
  'access_right',
  'license',
]);
// `access_conditions` is accepted and never given back; supervisors come back as contributors; communities
// leave the metadata once they have taken the record in.
const notReturned = new Set([
  'prereserve_doi',
  'access_conditions',
  'thesis_supervisors',
  'communities',
]);

/**
 * Compares metadata as it was sent with metadata as Zenodo gives it back, field by field. What Zenodo is
 * known to rewrite without changing the meaning (licence spellings, schemes, order of communities, markup
 * it does not allow) is no difference; what it drops is one.
 */
export function compareMetadata(
  sent: DepositMetadata,
  returned: Readonly<Record<string, unknown>>,
): readonly MetadataDifference[] {
  const ours: Readonly<Record<string, unknown>> = { ...sent };
  const fields = [...new Set([...Object.keys(ours), ...Object.keys(returned)])].sort();
  return fields.flatMap((field) => {
    const [a, b] = [present(ours[field]), present(returned[field])];
    if (a === undefined && (b === undefined || notSent.has(field))) return [];
    if (b === undefined && notReturned.has(field)) return [];
    if (field === 'contributors' && sent.thesis_supervisors !== undefined) return [];
    if (isSameText(comparableField(field, a), comparableField(field, b))) return [];
    return [{ field, sent: a, returned: b }];
  });
}

/** The differences that were not there, in exactly this form, when the record was published. */
export function newDifferences(
  differences: readonly MetadataDifference[],
  known: readonly MetadataDifference[],
): readonly MetadataDifference[] {
  const old = new Set(known.map((difference) => stableText(difference)));
  return differences.filter((difference) => !old.has(stableText(difference)));
}

// Zenodo leaves out what is empty.
function present(value: unknown): unknown {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return undefined;
  }
  return value;
}

function isSameText(a: unknown, b: unknown): boolean {
  return stableText(a) === stableText(b);
}

/** JSON with sorted keys and without empty members, for comparing. */
export function stableText(value: unknown): string {
  return (
    JSON.stringify(value, (_key, member: unknown) => {
      if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
      const entries = Object.entries(member).filter(([, inner]) => present(inner) !== undefined);
      return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? 'undefined'
  );
}
