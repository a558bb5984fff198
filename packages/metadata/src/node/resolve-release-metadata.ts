import { integrationWarnings } from '../github/integration-warnings.js';
import { finding } from '../metadata-error.js';
import type { RecordRelation } from '../relation/add-relations.js';
import { resolveRelease } from '../resolve/resolve-release.js';
import type { ReleaseFacts, ResolvedRelease } from '../resolve/resolve-release.js';
import { readGit } from './git-source.js';
import { listLicenseFiles } from './license-files.js';
import { readNotes } from './read-notes.js';
import { readSourceText } from './read-source-text.js';
import { readSources } from './read-sources.js';

/** Where to look and which release it is for. */
export interface ReleaseMetadataRequest {
  /** Absolute path of the release root. */
  readonly root: string;
  /** POSIX path of zenodo.metadata.json below the root. */
  readonly metadataFile: string;
  readonly release: ReleaseFacts;
  /** SHA-256 of the canonical bytes of the manifest that the metadata describes. */
  readonly manifestSha256: string;
  /** True where contradicting sources are about to be brought in line: drift is then no finding. */
  readonly acceptsDrift?: boolean;
  /** Release notes in Markdown, below the root, that are the description of the record. */
  readonly notes?: string | null;
  /** Records that this one is part of or holds. */
  readonly relations?: readonly RecordRelation[];
  /** Where git is asked, and for which tag, where the root is not the repository's own folder. */
  readonly history?: { readonly root: string; readonly tag: string };
}

/** What states enough of a work to publish it without a metadata file of our own. */
const STANDS_ALONE: ReadonlySet<string> = new Set(['.zenodo.json', 'CITATION.cff']);

/**
 * Reads and resolves the metadata of a release from its metadata file and every other source in its root;
 * `metadata` is null when any finding is an error.
 */
export async function resolveReleaseMetadata(
  request: ReleaseMetadataRequest,
): Promise<ResolvedRelease> {
  const { root, metadataFile: path, release, manifestSha256, acceptsDrift = false } = request;
  const main = await readSourceText(root, path);
  const others = await readSources(root);
  const standsAlone = others.sources.some((source) => STANDS_ALONE.has(source.path));
  const isAbsent = main.text === null && main.findings.length === 0;
  const message = `${path} does not exist.`;
  const absent = finding('NZ3001', { message, place: { file: path } });
  const refused = isAbsent && !standsAlone ? [absent] : main.findings;
  const notes = await readNotes(root, request.notes ?? null);
  const warnings = integrationWarnings({
    ...others,
    sources: others.sources.map((source) => source.path),
    licenseFiles: await listLicenseFiles(root),
    decides: isAbsent,
  });
  const history = request.history ?? { root };
  const git = await readGit(history.root, release.version, request.history?.tag);
  const beside = [{ statements: [], findings: [...notes.findings, ...warnings] }, git];
  return resolveRelease({
    main: isAbsent && standsAlone ? null : { text: main.text, path, findings: refused },
    stated: notes.statements,
    relations: request.relations ?? [],
    readings: [...others.readings, ...beside],
    sources: [...(main.source === null ? [] : [main.source]), ...others.sources, ...notes.sources],
    release,
    manifestSha256,
    today: new Date().toISOString().slice(0, 10),
    acceptsDrift,
  });
}
