import type { Bundle, BundleEntry } from '../bundle.js';
import { finding, throwFindings } from '../bundle-error.js';
import { planFiles } from '../layout/planned-files.js';
import { checkZenodoLimits } from '../limits/zenodo-limits.js';
import { hashEntries } from './hash-entries.js';
import { readManifest } from './read-manifest.js';

/** What an upload set is made of. All paths are POSIX and relative to the root. */
export interface BundleRequest {
  /** The release root, absolute. */
  readonly root: string;
  /** Where RELEASE_MANIFEST.json lies, and the digest of its bytes. */
  readonly manifest: { readonly path: string; readonly sha256: string };
  /** SHA-256 of the canonical bytes of the release metadata. */
  readonly metadataSha256: string;
  /** The signature (checksum list); it must be the one of the manifest. */
  readonly signature: string;
  /** The artifacts in the order in which the record shall show them. */
  readonly artifacts: readonly string[];
}

/**
 * Makes the upload set: the manifest, the signature, the artifacts, each under its base name. Zenodo's limits
 * are held before a byte is hashed; then every file is hashed and held against the manifest. Throws
 * BundleError with all findings.
 */
export async function buildBundle(request: BundleRequest): Promise<Bundle> {
  const { root, metadataSha256, artifacts } = request;
  const { manifest, size } = await readManifest(root, request.manifest);
  if (manifest.signature.path !== request.signature) {
    const message = `The manifest is of the signature ${manifest.signature.path}.`;
    throwFindings([finding('NZ4006', message, { file: request.signature })]);
  }
  const planned = planFiles({ ...request.manifest, size }, manifest, artifacts);
  throwFindings([...planned.findings, ...checkZenodoLimits(planned.files)]);
  const entries: BundleEntry[] = [];
  throwFindings(
    await hashEntries(root, planned.files, ({ key, path, sha256 }, digest) => {
      entries.push({ key, path, size: digest.size, sha256: digest.sha256, md5: digest.md5 });
      if (digest.sha256 === sha256) return [];
      const message = `The file has the digest ${digest.sha256}, the manifest says ${sha256}.`;
      return [finding('NZ4007', message, { file: path })];
    }),
  );
  return {
    schemaVersion: 1,
    signatureSha256: manifest.signature.sha256,
    manifestSha256: request.manifest.sha256,
    metadataSha256,
    entries,
  };
}
