import { resolveReleaseMetadata } from '@nx-zenodo/metadata';
import type { ReleaseMetadata } from '@nx-zenodo/metadata';
import type { Finding } from '@nx-zenodo/findings';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { readStatedDeposit } from '../stated-deposit.js';
import { readSmallText } from './small-file.js';

/** The metadata of a preview: resolved, or what one file states where its findings forbid that. */
export interface PreviewMetadata {
  readonly deposit: unknown;
  /** Null where the sources could not be resolved. */
  readonly metadata: ReleaseMetadata | null;
  readonly unresolved: string | null;
  readonly findings: readonly Finding[];
}

// The digest of the manifest binds what is published; a preview publishes nothing.
const noManifest = '0'.repeat(64);
// Findings that say that a file is not to be read at all: it leads out of the root, or is too large.
const unread = new Set<string>(['NZ3006', 'NZ3007']);

/** Resolves the metadata of the release; never throws for what its files say. */
export async function readPreviewMetadata(config: ReleaseConfig): Promise<PreviewMetadata> {
  const { root, metadata: metadataFile, name, version } = config;
  const request = { root, metadataFile, release: { name, version }, manifestSha256: noManifest };
  const { metadata, findings } = await resolveReleaseMetadata(request);
  if (metadata !== null) {
    return { deposit: metadata.deposit, metadata, unresolved: null, findings };
  }
  const refused = new Set(findings.filter(({ code }) => unread.has(code)).map(fileOf));
  for (const file of [metadataFile, '.zenodo.json'].filter((path) => !refused.has(path))) {
    const text = await readSmallText(root, file);
    if (text === null) continue;
    return { deposit: readStatedDeposit(text), metadata, unresolved: file, findings };
  }
  return { deposit: {}, metadata, unresolved: metadataFile, findings };
}

const fileOf = ({ place }: Finding): string | undefined => place?.file;
