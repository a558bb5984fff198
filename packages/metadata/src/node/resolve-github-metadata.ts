import { isError } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import { checkVersion } from '../check/release-version.js';
import { depositOfOutcome } from '../github/deposit-of-outcome.js';
import type { GithubOutcome } from '../github/github-outcome.js';
import { integrationWarnings } from '../github/integration-warnings.js';
import { finding } from '../metadata-error.js';
import type { PlacedDocument } from '../document/placed-document.js';
import { addRelations } from '../relation/add-relations.js';
import type { RecordRelation } from '../relation/add-relations.js';
import type { FieldOrigin, MetadataSource } from '../release-metadata.js';
import type { ReleaseFacts, ResolvedRelease } from '../resolve/resolve-release.js';
import { judgeDeposit } from '../verdict/zenodo-verdict.js';
import { listLicenseFiles } from './license-files.js';
import { observeGithubOutcome } from './observe-github.js';
import type { GithubQuestion } from './observe-github.js';
import { readNotes } from './read-notes.js';
import { readSources } from './read-sources.js';

/** Which release to resolve as Zenodo's GitHub integration does. */
export interface GithubMetadataRequest extends Pick<
  GithubQuestion,
  'root' | 'fullName' | 'history'
> {
  readonly release: ReleaseFacts;
  /** SHA-256 of the canonical bytes of the manifest that the metadata describes. */
  readonly manifestSha256: string;
  /** Release notes in Markdown below the root, which stand for the text of the GitHub release. */
  readonly notes?: string | null;
  readonly relations?: readonly RecordRelation[];
}

/**
 * The metadata that Zenodo's GitHub integration would publish for a tag, resolved before anything is sent; what
 * the integration would only tell after the release is an error here. `metadata` is null when any finding is one.
 */
export async function resolveGithubMetadata(
  request: GithubMetadataRequest,
): Promise<ResolvedRelease> {
  const { root, release, manifestSha256 } = request;
  const others = await readSources(root);
  const sources = others.sources.filter(({ path }) => readByGithub(path));
  const warnings = integrationWarnings({
    ...others,
    sources: sources.map(({ path }) => path),
    licenseFiles: await listLicenseFiles(root),
    decides: true,
  });
  const notes = await readNotes(root, request.notes ?? null);
  const [stated] = notes.statements;
  const outcome = await observeGithubOutcome({
    root,
    version: release.version,
    releaseNotes: '',
    ...(stated === undefined ? {} : { bodyHtml: String(stated.value) }),
    ...(request.fullName === undefined ? {} : { fullName: request.fullName }),
    ...(request.history === undefined ? {} : { history: request.history }),
  });
  const told = [...notes.findings, ...warnings];
  if (!outcome.accepted)
    return { metadata: null, findings: [refusal(outcome), ...told], merged: NOTHING };
  const published = depositOfOutcome(outcome.published, repositoryUrl(request.fullName));
  const deposit = withVersion(published, request);
  const origins = originsOf(deposit, outcome);
  const merged = { deposit, origins, winners: new Map() };
  const related = addRelations(merged, request.relations ?? []);
  const findings = [...judge(related.deposit, outcome, release), ...told];
  if (findings.some(isError)) return { metadata: null, findings, merged: related };
  const read: MetadataSource[] = [...sources, ...notes.sources];
  return {
    metadata: {
      schemaVersion: 1,
      manifestSha256,
      sources: read,
      deposit: related.deposit,
      origins: related.origins,
    },
    findings,
    merged: related,
  };
}

const NOTHING: ResolvedRelease['merged'] = { deposit: {}, origins: [] };

const readByGithub = (path: string): boolean =>
  ['.zenodo.json', 'CITATION.cff'].includes(path) || /^(?:licen[cs]e|copying)/i.test(path);

const repositoryUrl = (fullName: string | undefined): string | null =>
  fullName === undefined ? null : `https://github.com/${fullName}`;

// Where no file states a version the integration takes the whole tag; of `pkg@1.0`, the release knows its part.
function withVersion(
  deposit: DepositMetadata,
  { release, history }: GithubMetadataRequest,
): DepositMetadata {
  return deposit.version === history?.tag ? { ...deposit, version: release.version } : deposit;
}

type Refused = Extract<GithubOutcome, { accepted: false }>;

function refusal({ usedFile, zenodoMessage, detail }: Refused): Finding {
  const said = [zenodoMessage, ...detail.filter((line) => !zenodoMessage.includes(line))];
  const subject =
    usedFile === null ? 'The GitHub integration' : `With ${usedFile}, the integration`;
  const message = `${subject} would fail: ${said.filter((line) => line !== '').join(' — ')}`;
  return finding('NZ3057', {
    message,
    ...(usedFile === null ? {} : { place: { file: usedFile } }),
  });
}

type Accepted = Extract<GithubOutcome, { accepted: true }>;

function originsOf(deposit: DepositMetadata, { usedFile }: Accepted): FieldOrigin[] {
  const source = usedFile ?? 'GitHub release';
  return Object.keys(deposit).map((field) => ({
    field,
    source,
    line: null,
    rule: 'github-integration',
    lost: [],
  }));
}

function judge(
  deposit: DepositMetadata,
  { usedFile }: Accepted,
  { version }: ReleaseFacts,
): readonly Finding[] {
  const file = usedFile ?? 'README.md';
  const document: PlacedDocument = {
    file,
    value: deposit,
    place: (path) => ({ ...(usedFile === null ? {} : { file }), field: path.join('.') }),
  };
  const placed = { metadata: deposit, document, base: [] };
  const today = new Date().toISOString().slice(0, 10);
  return [...checkVersion(placed, version), ...judgeDeposit(placed, { today })];
}
