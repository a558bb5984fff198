import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stageRepository } from '@nx-zenodo/bundle';
import type { Finding } from '@nx-zenodo/findings';
import { SOURCE_FILES, resolveGithubMetadata, resolveReleaseMetadata } from '@nx-zenodo/metadata';
import type { ReleaseMetadataRequest } from '@nx-zenodo/metadata';
import { resolvedText } from '../../chain/metadata.js';
import type { ResolvedMetadata } from '../../chain/metadata.js';
import { PluginError } from '../../plugin-error.js';
import { readRelations } from '../../relation/node/read-relations.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { sourcesFolder } from '../archive-release.js';
import type { ArchiveConfig } from '../archive-schema.js';
import { findRepository } from './stage-archive.js';
import type { ArchiveRepository } from './stage-archive.js';

/** The archive of a tag whose metadata is wanted. */
export interface TaggedArchive {
  readonly archive: ArchiveConfig;
  /** The release that the archive is at the tag. */
  readonly release: ReleaseConfig;
  readonly repository: ArchiveRepository;
  /** Folder that the files of the tag are written below, absolute. */
  readonly staging: string;
  readonly manifestSha256: string;
}

/**
 * Resolves the metadata of an archive from the files as they stand at the tag, by the resolver of the
 * configuration. They are read even where the archive leaves them out. What is wrong names the file as it is
 * found in the project.
 * @throws PluginError with every finding when one of them is an error
 */
export async function archiveMetadata({
  archive,
  release,
  repository,
  staging,
  manifestSha256,
}: TaggedArchive): Promise<ResolvedMetadata> {
  const root = await stageSources(release, repository, staging);
  const history = { root: archive.root, tag: release.tag };
  return resolveFrom(archive, release, repository, { root, manifestSha256, history });
}

/**
 * The same for a tag that is not set yet, from the files of the work tree: what a draft is found by until it is
 * published.
 * @throws PluginError with every finding when one of them is an error
 */
export async function metadataToCome(
  archive: ArchiveConfig,
  release: ReleaseConfig,
  manifestSha256: string,
): Promise<ResolvedMetadata> {
  const repository = await findRepository(archive);
  return resolveFrom(archive, release, repository, { root: archive.root, manifestSha256 });
}

type Sources = Pick<ReleaseMetadataRequest, 'root' | 'manifestSha256' | 'history'>;

async function resolveFrom(
  archive: ArchiveConfig,
  release: ReleaseConfig,
  repository: ArchiveRepository,
  sources: Sources,
): Promise<ResolvedMetadata> {
  const related = await readRelations(release);
  const { name, version, tag, description: notes } = release;
  const request = {
    ...sources,
    release: { name, version, statedIn: `git tag ${tag}` },
    notes,
    relations: related.relations,
  };
  if (archive.resolver === 'github-integration') {
    if (repository.name === null) throw new PluginError([withoutRepository(archive.file)]);
    const resolved = await resolveGithubMetadata({ ...request, fullName: repository.name });
    return resolvedText(resolved, related.findings);
  }
  const resolved = await resolveReleaseMetadata({ ...request, metadataFile: release.metadata });
  return resolvedText(resolved, related.findings);
}

async function stageSources(
  { metadata, description, tag }: ReleaseConfig,
  { top, prefix }: ArchiveRepository,
  staging: string,
): Promise<string> {
  const named = [metadata, ...(description === null ? [] : [description])];
  const files = [...SOURCE_FILES, ...named].map((path) => literal(`${prefix}${path}`));
  const target = join(staging, sourcesFolder);
  await stageRepository({
    repository: top,
    tag,
    target,
    include: [...files, `${literal(prefix)}${licenses}`],
    exclude: [],
    submodules: false,
    everything: true,
    mayBeEmpty: true,
  });
  const root = join(target, ...prefix.split('/').filter((part) => part !== ''));
  await mkdir(root, { recursive: true });
  return root;
}

const licenses = '{LICENSE,LICENCE,COPYING,License,Licence,Copying,license,licence,copying}*';
const literal = (path: string): string => path.replace(/[\\*?[\]{}()!+@]/g, String.raw`\$&`);

function withoutRepository(file: string): Finding {
  return {
    code: 'NZ9047',
    severity: 'error',
    message: 'The resolver github-integration needs owner and name of the repository.',
    cure: 'Write `repository` into zenodo.archive.json, or set the remote `origin`.',
    place: { file, field: 'repository' },
  };
}
