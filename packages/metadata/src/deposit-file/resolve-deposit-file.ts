import { isError } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import { checkKeywords } from '../check/keywords.js';
import { findPlaceholders } from '../check/placeholders.js';
import { checkVersion } from '../check/release-version.js';
import { parseJsonDocument } from '../json/json-document.js';
import type { FieldOrigin, MetadataSource, ReleaseMetadata } from '../release-metadata.js';
import { judgeDeposit } from '../verdict/zenodo-verdict.js';
import { decodeDepositFile } from './decode-deposit-file.js';

/** Which release the metadata is for. */
export interface ReleaseFacts {
  readonly name: string;
  readonly version: string;
}

/** What a pure resolution needs. */
export interface ResolveInput {
  readonly text: string;
  readonly source: MetadataSource;
  readonly release: ReleaseFacts;
  readonly manifestSha256: string;
  /** ISO 8601 day against which embargoes are judged; it never enters the result. */
  readonly today: string;
}

/** Metadata that may be sent, or null when a finding is an error. */
export interface ResolvedRelease {
  readonly metadata: ReleaseMetadata | null;
  readonly findings: readonly Finding[];
}

/** Resolves the text of zenodo.metadata.json for one release, telling Zenodo's verdict on it. */
export function resolveDepositFile(input: ResolveInput): ResolvedRelease {
  const { text, source, release } = input;
  const { document, findings: syntax } = parseJsonDocument(text, source.path);
  if (document === null) return { metadata: null, findings: syntax };
  const decoded = decodeDepositFile(document);
  if (decoded.metadata === null)
    return { metadata: null, findings: [...syntax, ...decoded.findings] };
  const placed = { metadata: decoded.metadata, document, base: ['metadata'] };
  const findings = [
    ...syntax,
    ...checkVersion(placed, release.version),
    ...judgeDeposit(placed, { today: input.today }),
    ...findPlaceholders(placed),
    ...checkKeywords(placed),
  ];
  if (findings.some(isError)) return { metadata: null, findings };
  const fromFile = Object.keys(decoded.metadata).map((field): FieldOrigin => {
    const { line = null } = document.place(['metadata', field], true);
    return { field, source: source.path, line, rule: 'stated', lost: [] };
  });
  const { deposit, origins } = addVersion(decoded.metadata, fromFile, release.version);
  const { manifestSha256 } = input;
  return {
    metadata: { schemaVersion: 1, manifestSha256, sources: [source], deposit, origins },
    findings,
  };
}

/** The release's own version stands where the file states none. */
function addVersion(
  metadata: DepositMetadata,
  origins: FieldOrigin[],
  version: string,
): { deposit: DepositMetadata; origins: FieldOrigin[] } {
  if (metadata.version !== undefined) return { deposit: metadata, origins };
  const source = 'zenodo.release.json';
  const origin: FieldOrigin = { field: 'version', source, line: null, rule: 'release', lost: [] };
  return { deposit: { ...metadata, version }, origins: [...origins, origin] };
}
