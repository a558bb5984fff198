import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import { comparableField, visibleText } from './comparable-field.js';
import { expectedAnswer } from './expected-answer.js';

/** One field that stands on Zenodo otherwise than it was sent. */
export interface MetadataDifference {
  readonly field: string;
  /** What was sent; undefined where Zenodo holds something that was not sent. */
  readonly sent: unknown;
  /** What Zenodo gives back; undefined where it dropped the field. */
  readonly returned: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

// Filled in by Zenodo where they are not sent.
const filledIn = new Set([
  'prereserve_doi',
  'doi',
  'publication_date',
  'imprint_publisher',
  'access_right',
  'license',
]);
// `access_conditions` is accepted and never given back; supervisors come back as contributors; communities
// leave the metadata once they have taken the record in.
const neverReturned = new Set([
  'prereserve_doi',
  'access_conditions',
  'thesis_supervisors',
  'communities',
]);
const html = new Set(['description', 'notes', 'method']);

/**
 * What a reader of the record misses: fields whose meaning differs from what was sent. Other spellings of the
 * same (licences, schemes, order of communities, markup that Zenodo does not allow) are no loss.
 *
 * @param modified when Zenodo changed the record last (ISO 8601); without it no embargo counts as lifted
 */
export function compareMetadata(
  sent: DepositMetadata,
  returned: Fields,
  modified = '',
): readonly MetadataDifference[] {
  return differences(sent, returned, modified, (field, a, b) => {
    if (html.has(field)) return visibleText(a) === visibleText(b);
    return isSame(comparableField(field, a), comparableField(field, b));
  });
}

/**
 * What an edit would change: fields in which the record is not what Zenodo would make of the metadata today.
 * Here markup counts, too.
 *
 * @param modified when Zenodo changed the record last (ISO 8601); without it no embargo counts as lifted
 */
export function metadataChanges(
  sent: DepositMetadata,
  returned: Fields,
  modified = '',
): readonly MetadataDifference[] {
  const expected = expectedAnswer(sent);
  return differences(sent, returned, modified, (field, a, b) => {
    if (expected !== undefined && isSame(present(expected[field]), b)) return true;
    return isSame(comparableField(field, a), comparableField(field, b));
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

function differences(
  sent: DepositMetadata,
  returned: Fields,
  modified: string,
  isEqual: (field: string, sent: unknown, returned: unknown) => boolean,
): readonly MetadataDifference[] {
  const ours: Fields = { ...sent };
  const fields = [...new Set([...Object.keys(ours), ...Object.keys(returned)])].sort();
  const isLifted = isLiftedEmbargo(sent, returned, modified);
  return fields.flatMap((field) => {
    const [a, b] = [present(ours[field]), present(returned[field])];
    if (a === undefined && (b === undefined || filledIn.has(field))) return [];
    if (b === undefined && neverReturned.has(field)) return [];
    if (field === 'contributors' && sent.thesis_supervisors !== undefined) return [];
    if (isLifted && (field === 'access_right' || field === 'embargo_date')) return [];
    return isEqual(field, a, b) ? [] : [{ field, sent: a, returned: b }];
  });
}

// When the day comes, Zenodo opens the record by itself, which changes it. One that was changed last before that day
// is open because nobody closed it. No clock of ours is asked: it may be wrong.
function isLiftedEmbargo(sent: DepositMetadata, returned: Fields, modified: string): boolean {
  const until = sent.access_right === 'embargoed' ? sent.embargo_date : undefined;
  return until !== undefined && returned['access_right'] === 'open' && until <= modified;
}

// Zenodo leaves out what is empty.
function present(value: unknown): unknown {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return undefined;
  }
  return value;
}

function isSame(a: unknown, b: unknown): boolean {
  return stableText(a) === stableText(b);
}

/** JSON with sorted keys and without empty members, for comparing. */
function stableText(value: unknown): string {
  return (
    JSON.stringify(value, (_key, member: unknown) => {
      if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
      const entries = Object.entries(member).filter(([, inner]) => present(inner) !== undefined);
      return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? 'undefined'
  );
}
