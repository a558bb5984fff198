import type { Finding } from '@nx-zenodo/findings';
import {
  VALIDATION_MESSAGE,
  decodeDepositBody,
  doiErrors,
  publishErrors,
} from '@nx-zenodo/zenodo-api';
import type { DepositDraft, DepositMetadata, RdmMetadata } from '@nx-zenodo/zenodo-api';
import { orcidCheckDigit } from '../check/orcid.js';
import { finding } from '../metadata-error.js';
import type { DocumentPath, PlacedDocument } from '../place/placed-document.js';
import { findChanges } from './changes.js';
import { findLosses } from './losses.js';
import { legacyPath } from './legacy-path.js';

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
}

interface NamedError {
  readonly field: string;
  readonly messages: readonly string[];
}

type Code = 'NZ3011' | 'NZ3012' | 'NZ3013' | 'NZ3014' | 'NZ3020';

function errorFinding(
  code: Code,
  error: NamedError,
  placed: PlacedMetadata,
  stored: RdmMetadata,
): Finding {
  const path = legacyPath(error.field, placed.metadata, stored);
  const name = path.join('.');
  const said = error.messages.join(' ');
  const messages: Record<Code, string> = {
    NZ3020: `\`${name}\`: ${explainIdentifier(path, placed.metadata)} Zenodo refuses to publish: ${said}`,
    NZ3011: `\`${name}\` is missing; Zenodo refuses to publish: ${said}`,
    NZ3012: `Zenodo refuses \`${name}\`: ${said}`,
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
    ...atPublish.map((error) => {
      const [key] = legacyPath(error.field, placed.metadata, metadata);
      const missing = sent[String(key)] === undefined;
      const code = missing ? 'NZ3011' : isIdentifierError(error) ? 'NZ3020' : 'NZ3013';
      return errorFinding(code, reasons.get(error.field) ?? error, placed, metadata);
    }),
    ...saveErrors
      .filter(({ field }) => !refused.has(field))
      .map((error) => errorFinding('NZ3014', error, placed, metadata)),
  ];
}

/**
 * What Zenodo's deposit API would do with this metadata, before anything is sent: what it refuses, when it is
 * saved or at publish; what it loses in silence (both errors); what it stores otherwise (warnings and notes).
 */
export function judgeDeposit(placed: PlacedMetadata, context: VerdictContext): readonly Finding[] {
  const decoded = decodeDepositBody({ metadata: placed.metadata }, context);
  if (!decoded.ok) {
    if (decoded.errors.length > 0) {
      return decoded.errors.map((error) => errorFinding('NZ3012', error, placed, {}));
    }
    const isBroken = decoded.status === 500;
    const said = isBroken ? 'its server breaks on the form of a value' : decoded.message;
    const message = `Zenodo refuses the metadata: ${said}`;
    const wrong =
      decoded.message === VALIDATION_MESSAGE ? null : findUnknown(decoded.message, placed);
    const place = placed.document.place([...placed.base, ...(wrong ?? [])]);
    return [finding('NZ3012', { message, place })];
  }
  return [
    ...storedFindings(decoded.draft, decoded.saveErrors, placed, context),
    ...findLosses(placed, decoded.draft),
    ...findChanges(placed, decoded.draft),
  ];
}

/** Zenodo names only the id that it does not know: looks for the value that became it. */
function findUnknown(message: string, { metadata }: PlacedMetadata): DocumentPath | null {
  const id = /^Invalid value (.*)\.$/s.exec(message)?.[1]?.toLowerCase();
  const search = (value: unknown, path: DocumentPath): DocumentPath | null => {
    if (typeof value === 'string') return value.toLowerCase() === id ? path : null;
    if (typeof value !== 'object' || value === null) return null;
    for (const [key, item] of Object.entries(value)) {
      const found = search(item, [...path, Array.isArray(value) ? Number(key) : key]);
      if (found !== null) return found;
    }
    return null;
  };
  return id === undefined ? null : search(metadata, []);
}
