import type { Finding } from '@nx-zenodo/findings';
import type { MetadataSource } from '../release-metadata.js';
import { decodeUtf8 } from '../text/decode-utf8.js';
import { readSource } from './read-source.js';

/** The text of a source and its digest; null without findings where the file does not exist. */
export interface SourceText {
  readonly text: string | null;
  readonly source: MetadataSource | null;
  readonly findings: readonly Finding[];
}

/** Reads a metadata file below the root as UTF-8; one that is too large, leads out or is no text is a finding. */
export async function readSourceText(root: string, path: string): Promise<SourceText> {
  const { bytes, source, findings } = await readSource(root, path);
  if (bytes === null) return { text: null, source, findings };
  return { source, ...decodeUtf8(bytes, path) };
}
