import { isError } from '@nx-zenodo/findings';
import type { Finding, Place } from '@nx-zenodo/findings';
import * as v from 'valibot';
import { checkKeywords } from '../check/keywords.js';
import { findPlaceholders } from '../check/placeholders.js';
import { checkVersion } from '../check/release-version.js';
import { decodeDepositFile } from '../deposit-file/decode-deposit-file.js';
import { depositFileSchema } from '../deposit-file/deposit-file-schema.js';
import { parseJsonDocument } from '../json/json-document.js';
import { finding } from '../metadata-error.js';
import type { DocumentPath, PlacedDocument } from '../place/placed-document.js';
import { addRelations } from '../relation/add-relations.js';
import type { RecordRelation } from '../relation/add-relations.js';
import type { MetadataSource, ReleaseMetadata } from '../release-metadata.js';
import type { DepositField, Reading, Statement } from '../source/statement.js';
import { judgeDeposit } from '../verdict/zenodo-verdict.js';
import { findDrift } from './drift.js';
import { mergeStatements } from './merge-statements.js';
import type { Merged } from './merge-statements.js';
import { METADATA_FILES } from './precedence.js';

/** Which release the metadata is for. */
export interface ReleaseFacts {
  readonly name: string;
  readonly version: string;
  /** What says so, where it is not zenodo.release.json, for example `git tag v1.0`. */
  readonly statedIn?: string;
}

/** What a pure resolution needs. */
export interface ResolveInput {
  /** Text of zenodo.metadata.json, null where the release has none and lives on its other sources. */
  readonly main: { readonly text: string; readonly path: string } | null;
  /** What the release's own configuration states; stronger than any file. */
  readonly stated?: readonly Statement[];
  /** Records that this one is part of or holds, beside what files state. */
  readonly relations?: readonly RecordRelation[];
  /** The other sources, strongest first. */
  readonly readings: readonly Reading[];
  /** Every file that was read, with its digest. */
  readonly sources: readonly MetadataSource[];
  readonly release: ReleaseFacts;
  readonly manifestSha256: string;
  /** ISO 8601 day against which embargoes are judged; it never enters the result. */
  readonly today: string;
  /** True where contradicting sources are about to be brought in line: drift is then no finding. */
  readonly acceptsDrift?: boolean;
}

/** Metadata that may be sent, or null when a finding is an error. */
export interface ResolvedRelease {
  readonly metadata: ReleaseMetadata | null;
  readonly findings: readonly Finding[];
}

interface Main {
  readonly statements: readonly Statement[];
  readonly document: PlacedDocument | null;
  readonly findings: readonly Finding[];
  readonly failed: boolean;
}

function readMain(main: ResolveInput['main']): Main {
  if (main === null) return { statements: [], document: null, findings: [], failed: false };
  const { document, findings } = parseJsonDocument(main.text, main.path);
  if (document === null) return { statements: [], document, findings, failed: true };
  const decoded = decodeDepositFile(document);
  const all = [...findings, ...decoded.findings];
  if (decoded.metadata === null) return { statements: [], document, findings: all, failed: true };
  const statements = Object.entries(decoded.metadata).map(([key, value]): Statement => {
    const field = key as DepositField;
    const place = document.place(['metadata', field], true);
    return { source: main.path, field, value: value as unknown, place, rule: 'stated' };
  });
  return { statements, document, findings: all, failed: false };
}

/** Places of the merged metadata: in the main file where it states the field, else where the winner stands. */
function placed(merged: Merged, main: Main): PlacedDocument {
  const place = (path: DocumentPath, atKey?: boolean): Place => {
    const field = String(path[0] ?? '');
    const winner = merged.winners.get(field);
    const isMain = winner === undefined || main.statements.includes(winner);
    if (isMain && main.document !== null) return main.document.place(['metadata', ...path], atKey);
    return winner === undefined ? {} : { ...winner.place, field: path.join('.') };
  };
  return { file: main.document?.file ?? '', value: merged.deposit, place };
}

/** Values of weaker sources have not been looked at yet: their shape must be that of the API. */
function shapeFindings(merged: Merged, document: PlacedDocument): Finding[] {
  const outcome = v.safeParse(depositFileSchema.entries.metadata, merged.deposit);
  return (outcome.issues ?? []).map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    const message = `\`${path.join('.')}\` is not what Zenodo takes: ${issue.message}.`;
    return finding('NZ3004', { message, place: document.place(path) });
  });
}

/** The release's own version stands where the main file states none, whatever weaker sources say. */
function releaseVersion(main: Main, { version, statedIn }: ReleaseFacts): Statement[] {
  if (main.statements.some(({ field }) => field === 'version')) return [];
  const source = statedIn ?? 'zenodo.release.json';
  return [{ source, field: 'version', value: version, place: { file: source }, rule: 'release' }];
}

/**
 * Resolves the metadata of one release from all its sources: the strongest statement of every field wins and is
 * named with what lost; the sources must agree on what they both state; then Zenodo's verdict on the result.
 */
export function resolveRelease(input: ResolveInput): ResolvedRelease {
  const main = readMain(input.main);
  if (main.failed) return { metadata: null, findings: main.findings };
  const others = input.readings.flatMap(({ statements }) => statements);
  const statements = [
    ...(input.stated ?? []),
    ...main.statements,
    ...releaseVersion(main, input.release),
    ...others,
  ];
  const strongest = mergeStatements(statements, input.main?.path ?? null);
  const merged = addRelations(strongest, input.relations ?? []);
  const document = placed(merged, main);
  const shape = shapeFindings(merged, document);
  const findings = [
    ...main.findings,
    ...input.readings.flatMap((reading) => reading.findings),
    ...(input.acceptsDrift === true
      ? []
      : findDrift(statements, (source) => METADATA_FILES.has(source))),
    ...shape,
    ...(shape.length > 0 ? [] : judge(merged, document, input)),
  ];
  if (findings.some(isError)) return { metadata: null, findings };
  const { deposit, origins } = merged;
  const { manifestSha256, sources } = input;
  return { metadata: { schemaVersion: 1, manifestSha256, sources, deposit, origins }, findings };
}

function judge(
  merged: Merged,
  document: PlacedDocument,
  { release, today }: ResolveInput,
): Finding[] {
  const metadata = { metadata: merged.deposit, document, base: [] };
  return [
    ...checkVersion(metadata, release.version),
    ...judgeDeposit(metadata, { today }),
    ...findPlaceholders(metadata),
    ...checkKeywords(metadata),
  ];
}
