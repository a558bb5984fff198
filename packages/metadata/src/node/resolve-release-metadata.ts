import { resolveDepositFile } from '../deposit-file/resolve-deposit-file.js';
import type { ReleaseFacts, ResolvedRelease } from '../deposit-file/resolve-deposit-file.js';
import { finding } from '../metadata-error.js';
import { readSource } from './read-source.js';
import { decodeUtf8 } from '../text/decode-utf8.js';

/** Where to look and which release it is for. */
export interface ReleaseMetadataRequest {
  /** Absolute path of the release root. */
  readonly root: string;
  /** POSIX path of zenodo.metadata.json below the root. */
  readonly metadataFile: string;
  readonly release: ReleaseFacts;
  /** SHA-256 of the canonical bytes of the manifest that the metadata describes. */
  readonly manifestSha256: string;
}

/** Reads and resolves the metadata of a release; `metadata` is null when any finding is an error. */
export async function resolveReleaseMetadata(
  request: ReleaseMetadataRequest,
): Promise<ResolvedRelease> {
  const { root, metadataFile: path, release, manifestSha256 } = request;
  const { bytes, source, findings } = await readSource(root, path);
  if (bytes === null || source === null) {
    const message = `${path} does not exist.`;
    const missing = finding('NZ3001', { message, place: { file: path } });
    return { metadata: null, findings: findings.length > 0 ? findings : [missing] };
  }
  const decoded = decodeUtf8(bytes, path);
  if (decoded.text === null) return { metadata: null, findings: decoded.findings };
  const today = new Date().toISOString().slice(0, 10);
  return resolveDepositFile({ text: decoded.text, source, release, manifestSha256, today });
}
