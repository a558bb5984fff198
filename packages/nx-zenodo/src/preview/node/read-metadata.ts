import { resolveReleaseMetadata } from '@nx-zenodo/metadata';
import type { ReleaseMetadata } from '@nx-zenodo/metadata';
import type { Finding } from '@nx-zenodo/findings';
import { metadataRequest } from '../../metadata/metadata-request.js';
import { readRelations } from '../../relation/node/read-relations.js';
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

// Findings that say that a file is not to be read at all: it leads out of the root, or is too large.
const unread = new Set<string>(['NZ3006', 'NZ3007']);

/** Resolves the metadata of the release; never throws for what its files say. */
export async function readPreviewMetadata(config: ReleaseConfig): Promise<PreviewMetadata> {
  const { root, metadata: metadataFile } = config;
  const related = await readRelations(config);
  const request = { ...metadataRequest(config), relations: related.relations };
  const { metadata, findings: own } = await resolveReleaseMetadata(request);
  const findings = [...own, ...related.findings];
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
