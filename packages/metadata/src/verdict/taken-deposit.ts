import { decodeDepositBody } from '@nx-zenodo/zenodo-api';
import type { DepositDraft, DepositMetadata } from '@nx-zenodo/zenodo-api';
import type { DocumentPath } from '../document/placed-document.js';
import { withoutPaths } from '../document/without-paths.js';
import { legacyPath } from './legacy-path.js';

/** A value because of which Zenodo would refuse the whole body. */
export interface Refusal {
  readonly path: DocumentPath;
  readonly message: string;
}

/** What Zenodo would take of a deposit if all that it refuses were left out. */
export interface TakenDeposit {
  readonly metadata: DepositMetadata;
  readonly draft: DepositDraft;
  readonly saveErrors: readonly { readonly field: string; readonly messages: readonly string[] }[];
  readonly refusals: readonly Refusal[];
  /** Where a part of `metadata` stands in the whole deposit. */
  readonly origin: (path: DocumentPath) => DocumentPath;
}

/** Longer lists are not looked at member by member. */
const MAX_TRIES = 500;

type Fields = Readonly<Record<string, unknown>>;
type Decoded = ReturnType<typeof decodeDepositBody>;

const NOTHING: DepositDraft = {
  metadata: {},
  customFields: {},
  access: { record: 'public', files: 'public' },
  doi: null,
};

/** Looks for the text that became an id which Zenodo does not know; it names nothing else. */
function findText(value: unknown, text: string, path: DocumentPath): DocumentPath | null {
  if (typeof value === 'string') return value.trim().toLowerCase() === text ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const found = findText(item, text, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found !== null) return found;
  }
  return null;
}

/** What is wrong with the field `key`, of which only the member `index` was tried, if it is a list. */
function refusalsOf(decoded: Decoded, tried: Fields, key: string, index: number | null): Refusal[] {
  if (decoded.ok) return [];
  const at = index === null ? [key] : [key, index];
  const placed = (path: DocumentPath): DocumentPath =>
    path[0] !== key ? at : index === null ? path : [...at, ...path.slice(2)];
  if (decoded.errors.length > 0) {
    return decoded.errors.map(({ field, messages }) => {
      const path = placed(legacyPath(field, tried, {}));
      return { path, message: messages.join(' ') };
    });
  }
  const isBroken = decoded.status === 500;
  const message = isBroken ? 'its server breaks on the form of this value' : decoded.message;
  const unknown = /^Invalid value (.*)\.$/s.exec(decoded.message)?.[1]?.toLowerCase();
  const found = unknown === undefined ? null : findText(tried[key], unknown, [key]);
  return [{ path: found === null ? at : placed(found), message }];
}

/**
 * Tries every field, and of a refused list every member, beside the fields that were taken. Some are taken only
 * beside another one (an embargo needs its date, which may stand after it): these are tried once more.
 */
function findRefusals(deposit: Fields, decode: (fields: Fields) => Decoded) {
  let taken: Fields = {};
  let refusals: Refusal[] = [];
  let left: DocumentPath[] = [];
  for (let pass = 0; pass < 2; pass += 1) {
    [refusals, left] = [[], []];
    for (const [key, value] of Object.entries(deposit)) {
      const whole = { ...taken, [key]: value };
      const decoded = decode(whole);
      if (decoded.ok) {
        taken = whole;
        continue;
      }
      const isSmall = Array.isArray(value) && value.length <= MAX_TRIES;
      const members: readonly unknown[] = isSmall ? (value as readonly unknown[]) : [];
      const tries = members.map((member) => {
        const tried = { [key]: [member] };
        return { tried, decoded: decode(tried) };
      });
      if (tries.every((one) => one.decoded.ok)) {
        refusals.push(...refusalsOf(decoded, whole, key, null));
        left.push([key]);
        continue;
      }
      refusals.push(
        ...tries.flatMap((one, index) => refusalsOf(one.decoded, one.tried, key, index)),
      );
      left.push(...tries.flatMap((one, index) => (one.decoded.ok ? [] : [[key, index]])));
      taken = { ...taken, [key]: members.filter((_, at) => tries[at]?.decoded.ok) };
    }
  }
  return { refusals, left };
}

/** Parts a deposit into what Zenodo would take and what makes it refuse all of it. */
export function takeDeposit(deposit: unknown, today: string): TakenDeposit {
  const decode = (fields: unknown) => decodeDepositBody({ metadata: fields }, { today });
  const written = (deposit ?? {}) as Fields;
  const decoded = decode(written);
  if (decoded.ok) {
    const { draft, saveErrors } = decoded;
    return { metadata: written, draft, saveErrors, refusals: [], origin: (path) => path };
  }
  const { refusals, left } = findRefusals(written, decode);
  const { value, origin } = withoutPaths(written, left);
  const rest = decode(value);
  const whole: Refusal = { path: [], message: decoded.message };
  return {
    metadata: value as DepositMetadata,
    draft: rest.ok ? rest.draft : NOTHING,
    saveErrors: rest.ok ? rest.saveErrors : [],
    refusals: refusals.length > 0 ? refusals : [whole],
    origin,
  };
}
