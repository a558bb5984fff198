import { basename } from 'node:path';
import { repositoryOf } from '../../archive/archive-names.js';
import type { WrittenArchiveConfig } from '../../archive/archive-schema.js';
import type { GeneratorOptions } from '../options.js';

/** What a new zenodo.archive.json is made of. */
export interface ArchiveSources {
  /** Folder of the archive, '' for the root of the workspace. */
  readonly directory: string;
  readonly schema: string;
  readonly options: Pick<
    GeneratorOptions<'archive'>,
    'name' | 'tags' | 'resolver' | 'conceptRecordId'
  >;
  /** Project that stands in the folder already. */
  readonly project: string | undefined;
  /** Address of the remote `origin`. */
  readonly remoteUrl: string | null;
  /** Concept that the files of the repository name. */
  readonly conceptRecordId: string | undefined;
}

/** The configuration in the order in which a person reads it; what equals a default is left out. */
export function archiveFacts(sources: ArchiveSources): WrittenArchiveConfig {
  const { directory, schema, options, project, remoteUrl } = sources;
  const repository = repositoryOf(remoteUrl);
  const folder = basename(directory);
  const name =
    options.name ?? project ?? (folder === '' ? basename(repository ?? 'repository') : folder);
  // Packages of one repository are told apart by their tags.
  const tags = options.tags ?? (directory === '' ? undefined : `${name}@{version}`);
  const concept = options.conceptRecordId?.replace(/^10\.5281\/zenodo\./, '');
  const conceptRecordId = concept ?? sources.conceptRecordId;
  return {
    $schema: schema,
    name,
    ...(tags === undefined ? {} : { tags }),
    ...(options.resolver === 'deposit' ? {} : { resolver: options.resolver }),
    ...(conceptRecordId === undefined ? {} : { zenodo: { conceptRecordId } }),
  };
}
