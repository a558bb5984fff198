import type { ReleaseManifest } from '@nx-zenodo/manifest';
import { finding } from '../bundle-error.js';
import type { BundleFinding } from '../bundle-error.js';
import type { PlannedUpload } from '../limits/zenodo-limits.js';

/** A file to upload under its base name, with the digest that the manifest promises. */
export interface PlannedFile extends PlannedUpload {
  readonly sha256: string;
}

/**
 * The single files of an upload set in upload order: the manifest, the signature, the artifacts as they are
 * listed. What the manifest does not know was never proved, and is refused (NZ4007).
 */
export function planFiles(
  manifestFile: Omit<PlannedFile, 'key'>,
  manifest: ReleaseManifest,
  artifacts: readonly string[],
): { readonly files: readonly PlannedFile[]; readonly findings: readonly BundleFinding[] } {
  const known = new Map(manifest.files.map((file) => [file.path, file]));
  const findings: BundleFinding[] = [];
  const files: PlannedFile[] = [{ ...manifestFile, key: baseName(manifestFile.path) }];
  for (const path of new Set([manifest.signature.path, ...artifacts])) {
    const file = known.get(path);
    if (file === undefined) {
      findings.push(finding('NZ4007', 'The manifest does not list the artifact.', { file: path }));
      continue;
    }
    files.push({ key: baseName(path), path, size: file.size, sha256: file.sha256 });
  }
  return { files, findings };
}

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);
