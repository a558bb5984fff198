import { compareCodePoints } from '@nx-zenodo/fixity';
import type { FileDigest, VerifiedRelease } from '@nx-zenodo/fixity';
import type { ValidationReport } from '@nx-zenodo/validation';
import { finding, throwFindings } from './manifest-error.js';
import { mediaTypeOf } from './media-type.js';
import type {
  FileRole,
  ManifestFile,
  ReleaseIdentity,
  ReleaseManifest,
} from './release-manifest.js';

/** What a manifest is made of. */
export interface ManifestParts {
  readonly release: VerifiedRelease;
  readonly identity: ReleaseIdentity;
  /** Paths of the files that are published by name; each must be covered by the signature. */
  readonly artifacts: readonly string[];
  readonly validation: ValidationReport;
  readonly tool: { readonly name: string; readonly version: string };
}

/**
 * Makes the manifest of a verified and validated release. The same parts give the same manifest. Throws
 * ManifestError: NZ2501 for every artifact that the signature does not cover, NZ2502 when a check failed or
 * none was run.
 */
export function buildManifest(parts: ManifestParts): ReleaseManifest {
  const { release, identity, validation, tool } = parts;
  throwFindings([...uncovered(parts), ...unvalidated(validation)]);
  const artifacts = new Set(parts.artifacts);
  const { entries, ...signature } = release.signature;
  const files = [
    ...release.files.map((file) =>
      describe(file, artifacts.has(file.path) ? 'artifact' : 'covered'),
    ),
    describe(signature, 'signature'),
  ].sort((a, b) => compareCodePoints(a.path, b.path));
  const { checksSha256, passed, total, checks } = validation;
  return {
    schemaVersion: 1,
    release: identity,
    signature: { ...signature, entries },
    files,
    totals: totalsOf(files),
    validation: { checksSha256, passed, total, checks },
    tool,
  };
}

/** Totals over files. */
export function totalsOf(files: readonly { readonly size: number }[]): ReleaseManifest['totals'] {
  return { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
}

function describe({ path, size, sha256 }: FileDigest, role: FileRole): ManifestFile {
  return { path, size, sha256, mediaType: mediaTypeOf(path), role };
}

function uncovered({ release, artifacts }: ManifestParts) {
  const covered = new Set([...release.files.map(({ path }) => path), release.signature.path]);
  return [...new Set(artifacts)]
    .filter((path) => !covered.has(path))
    .map((file) => finding('NZ2501', 'The artifact is not covered by the signature.', { file }));
}

function unvalidated({ passed, total }: ValidationReport) {
  if (total > 0 && passed === total) return [];
  return [finding('NZ2502', `Of ${total} declared checks ${passed} passed.`)];
}
