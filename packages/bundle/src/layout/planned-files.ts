import type { ReleaseManifest } from '@nx-zenodo/manifest';
import { finding } from '../bundle-error.js';
import type { BundleFinding } from '../bundle-error.js';
import type { PlannedUpload } from '../limits/zenodo-limits.js';
import type { BundleLayout } from './bundle-layout.js';
import type { SelectPaths } from './select-paths.js';

/** A file to upload under its base name, with the digest that the manifest promises. */
export interface PlannedFile extends PlannedUpload {
  readonly sha256: string;
}

/** Which files are uploaded one by one, besides the manifest and the signature. */
export type FileChoice =
  | { readonly listed: readonly string[] }
  | { readonly globs: NonNullable<BundleLayout['files']>; readonly select: SelectPaths };

/**
 * The single files of an upload set in upload order: the manifest, the signature, the others as they are
 * listed or, by globs, sorted. What the manifest does not know was never proved, and is refused (NZ4007).
 */
export function planFiles(
  manifestFile: Omit<PlannedFile, 'key'>,
  manifest: ReleaseManifest,
  choice: FileChoice,
): { readonly files: readonly PlannedFile[]; readonly findings: readonly BundleFinding[] } {
  const known = new Map(manifest.files.map((file) => [file.path, file]));
  const chosen = choosePaths(manifest, choice);
  const findings: BundleFinding[] = [...chosen.findings];
  const files: PlannedFile[] = [{ ...manifestFile, key: baseName(manifestFile.path) }];
  for (const path of new Set([manifest.signature.path, ...chosen.paths])) {
    const file = known.get(path);
    if (file === undefined) {
      findings.push(finding('NZ4007', 'The manifest does not list the artifact.', { file: path }));
      continue;
    }
    files.push({ key: baseName(path), path, size: file.size, sha256: file.sha256 });
  }
  return { files, findings };
}

function choosePaths(manifest: ReleaseManifest, choice: FileChoice) {
  if ('listed' in choice) return { paths: choice.listed, findings: [] };
  const { include, exclude } = choice.globs;
  const paths = choice.select(manifest.files, include, exclude).map(({ path }) => path);
  if (paths.length > 0 || include.length === 0) return { paths, findings: [] };
  const message = `No file of the manifest is matched by ${include.join(', ')}.`;
  return { paths, findings: [finding('NZ4010', message, { field: 'bundle.files' })] };
}

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);
