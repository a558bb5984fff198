import { isError } from '@nx-zenodo/findings';
import type { Finding, Place } from '@nx-zenodo/findings';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import { checkKeywords } from '../check/keywords.js';
import { findPlaceholders } from '../check/placeholders.js';
import { checkVersion } from '../check/release-version.js';
import { depositFileSchema } from '../deposit-file/deposit-file-schema.js';
import { healthyParts } from '../deposit-file/healthy-parts.js';
import { finding } from '../metadata-error.js';
import type { DocumentPath, MemberPart, PlacedDocument } from '../document/placed-document.js';
import { addRelations } from '../relation/add-relations.js';
import type { RecordRelation } from '../relation/add-relations.js';
import type { MetadataSource, ReleaseMetadata } from '../release-metadata.js';
import type { Reading, Statement } from '../source/statement.js';
import { judgeDeposit } from '../verdict/zenodo-verdict.js';
import { findDrift } from './drift.js';
import { NO_MAIN, readMain } from './main-file.js';
import type { Main, MainFile } from './main-file.js';
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
  readonly main: MainFile | null;
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
  /** What the sources state as far as it can be read, also where errors forbid to send it. */
  readonly merged: Pick<ReleaseMetadata, 'deposit' | 'origins'>;
}

/** Places of the merged metadata: in the main file where it states the field, else where the winner stands. */
function placed(merged: Merged, main: Main, file: string): PlacedDocument {
  const place = (path: DocumentPath, part?: MemberPart): Place => {
    const field = String(path[0] ?? '');
    const winner = merged.winners.get(field);
    const isMain = winner === undefined || main.statements.includes(winner);
    if (isMain && main !== NO_MAIN) return main.place(path, part);
    return winner === undefined ? {} : { ...winner.place, field: path.join('.') };
  };
  return { file, value: merged.deposit, place };
}

/** Values of weaker sources have not been looked at yet: their shape must be that of the API. */
function checkShape(merged: Merged, document: PlacedDocument) {
  const { healthy, faults } = healthyParts(depositFileSchema.entries.metadata, merged.deposit);
  const findings = faults.map(({ issue, path }) => {
    const message = `\`${path.join('.')}\` is not what Zenodo takes: ${issue.message}.`;
    return finding('NZ3004', { message, place: document.place(path) });
  });
  const deposit = (healthy?.value ?? {}) as DepositMetadata;
  const origin = healthy?.origin ?? ((path: DocumentPath) => path);
  const place: PlacedDocument['place'] = (path, part) => document.place(origin(path), part);
  const unreadable = faults.map(({ path }) => String(path[0]));
  return { deposit, findings, unreadable, document: { ...document, place } };
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
 * What cannot be read is told and left out; it hides nothing of the rest.
 */
export function resolveRelease(input: ResolveInput): ResolvedRelease {
  const main = readMain(input.main);
  const statements = [
    ...(input.stated ?? []),
    ...main.statements,
    ...releaseVersion(main, input.release),
    ...input.readings.flatMap((reading) => reading.statements),
  ];
  const strongest = mergeStatements(statements, input.main?.path ?? null);
  const merged = addRelations(strongest, input.relations ?? []);
  const shape = checkShape(merged, placed(merged, main, input.main?.path ?? ''));
  const unreadable = new Set([...main.unreadable, ...shape.unreadable]);
  const isMetadataFile = (source: string) => METADATA_FILES.has(source);
  const findings = [
    ...main.findings,
    ...input.readings.flatMap((reading) => reading.findings),
    ...(input.acceptsDrift === true ? [] : findDrift(statements, isMetadataFile)),
    ...shape.findings,
    ...(main.isBroken ? [] : judge(shape.deposit, shape.document, unreadable, input)),
  ];
  const { deposit } = shape;
  const { origins } = merged;
  const { manifestSha256, sources } = input;
  const isSound = !findings.some(isError);
  return {
    metadata: isSound ? { schemaVersion: 1, manifestSha256, sources, deposit, origins } : null,
    findings,
    merged: { deposit, origins },
  };
}

function judge(
  deposit: DepositMetadata,
  document: PlacedDocument,
  unreadable: ReadonlySet<string>,
  { release, today }: ResolveInput,
): Finding[] {
  const metadata = { metadata: deposit, document, base: [] };
  return [
    ...checkVersion(metadata, release.version),
    ...judgeDeposit(metadata, { today, unreadable }),
    ...findPlaceholders(metadata),
    ...checkKeywords(metadata),
  ];
}
