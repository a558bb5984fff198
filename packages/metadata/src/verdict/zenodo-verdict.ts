import type { Finding } from '@nx-zenodo/findings';
import { doiErrors, publishErrors } from '@nx-zenodo/zenodo-api';
import type { DepositDraft, DepositMetadata, RdmMetadata } from '@nx-zenodo/zenodo-api';
import { orcidCheckDigit } from '../check/orcid.js';
import { finding } from '../metadata-error.js';
import { partName } from '../document/placed-document.js';
import type { DocumentPath, PlacedDocument } from '../document/placed-document.js';
import { findChanges } from './changes.js';
import { findLosses } from './losses.js';
import { legacyPath } from './legacy-path.js';
import { takeDeposit } from './taken-deposit.js';
import type { Refusal } from './taken-deposit.js';

/** Where the deposit metadata stands in its file, so that findings can point at it. */
export interface PlacedMetadata {
  readonly metadata: DepositMetadata;
  readonly document: PlacedDocument;
  /** The path of the metadata object in the file: `metadata`, or nothing in `.zenodo.json`. */
  readonly base: DocumentPath;
}

/** The day against which embargoes are judged, ISO 8601. */
export interface VerdictContext {
  readonly today: string;
  /** Fields that are stated in a form that cannot be read: a finding tells that, so they are not missing. */
  readonly unreadable?: ReadonlySet<string>;
}

interface NamedError {
  readonly field: string;
  readonly messages: readonly string[];
}

type Code = 'NZ3011' | 'NZ3013' | 'NZ3014' | 'NZ3020';

function errorFinding(
  code: Code,
  error: NamedError,
  placed: PlacedMetadata,
  stored: RdmMetadata,
): Finding {
  const path = legacyPath(error.field, placed.metadata, stored);
  const name = partName(placed.document, placed.base, path);
  const said = error.messages.join(' ');
  const messages: Record<Code, string> = {
    NZ3020: `\`${name}\`: ${explainIdentifier(path, placed.metadata)} Zenodo refuses to publish: ${said}`,
    NZ3011: `\`${name}\` is missing; Zenodo refuses to publish: ${said}`,
    NZ3013: `Zenodo saves \`${name}\`, then refuses to publish: ${said}`,
    NZ3014: `Zenodo drops \`${name}\` without a word: ${said}`,
  };
  const facts = {
    message: messages[code],
    place: placed.document.place([...placed.base, ...path]),
  };
  return finding(code, facts);
}

const isIdentifierError = ({ field }: NamedError): boolean =>
  /\.identifiers\.\d+\.identifier$/.test(field);

/** Says what is wrong with an ORCID where its check digit tells. */
function explainIdentifier([list, index, scheme]: DocumentPath, metadata: DepositMetadata): string {
  const people = metadata[list as 'creators' | 'contributors'];
  const written = people?.[Number(index)]?.[scheme as 'orcid' | 'gnd'] ?? '';
  const digit = scheme === 'orcid' ? orcidCheckDigit(written) : null;
  return digit === null
    ? `"${written}" is no ${String(scheme).toUpperCase()}.`
    : `"${written}" does not end in its check digit, which is ${digit}.`;
}

function storedFindings(
  draft: DepositDraft,
  saveErrors: readonly NamedError[],
  placed: PlacedMetadata,
  context: VerdictContext,
): Finding[] {
  const { metadata } = draft;
  const atPublish = [...publishErrors(draft, context), ...doiErrors(metadata)];
  const refused = new Set(atPublish.map(({ field }) => field));
  const reasons = new Map(saveErrors.map((error) => [error.field, error]));
  const sent = placed.metadata as Readonly<Record<string, unknown>>;
  return [
    ...atPublish.flatMap((error) => {
      const path = legacyPath(error.field, placed.metadata, metadata);
      const key = String(path[0]);
      const missing = sent[key] === undefined;
      // What is left of an unreadable field may be nothing, or too little.
      if (path.length === 1 && context.unreadable?.has(key)) return [];
      const code = missing ? 'NZ3011' : isIdentifierError(error) ? 'NZ3020' : 'NZ3013';
      return errorFinding(code, reasons.get(error.field) ?? error, placed, metadata);
    }),
    ...saveErrors
      .filter(({ field }) => !refused.has(field))
      .map((error) => errorFinding('NZ3014', error, placed, metadata)),
  ];
}

function refusalFinding({ path, message }: Refusal, { document, base }: PlacedMetadata): Finding {
  const what = path.length === 0 ? 'the metadata' : `\`${path.join('.')}\``;
  return finding('NZ3012', {
    message: `Zenodo refuses ${what}: ${message}`,
    place: document.place([...base, ...path]),
  });
}

/**
 * What Zenodo's deposit API would do with this metadata, before anything is sent: what it refuses, when it is
 * saved or at publish; what it loses in silence (both errors); what it stores otherwise (warnings and notes).
 * A value that it refuses hides nothing: the others are judged as if it were left out.
 */
export function judgeDeposit(placed: PlacedMetadata, context: VerdictContext): readonly Finding[] {
  const taken = takeDeposit(placed.metadata, context.today);
  const { document, base } = placed;
  const rest: PlacedMetadata = {
    metadata: taken.metadata,
    document: {
      ...document,
      place: (path, part) => document.place([...base, ...taken.origin(path)], part),
    },
    base: [],
  };
  const refused = taken.refusals.map(({ path }) => String(path[0] ?? ''));
  const unreadable = new Set([...(context.unreadable ?? []), ...refused]);
  return [
    ...taken.refusals.map((refusal) => refusalFinding(refusal, placed)),
    ...storedFindings(taken.draft, taken.saveErrors, rest, { ...context, unreadable }),
    ...findLosses(rest, taken.draft),
    ...findChanges(rest, taken.draft, unreadable),
  ];
}
