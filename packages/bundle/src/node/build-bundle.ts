import { realpath } from 'node:fs/promises';
import { posix } from 'node:path';
import { resolveInside } from '@nx-zenodo/fixity';
import type { ReleaseManifest } from '@nx-zenodo/manifest';
import type { Bundle, BundleEntry } from '../bundle.js';
import { finding, throwFindings } from '../bundle-error.js';
import type { BundleLayout } from '../layout/bundle-layout.js';
import { modifiedAtOf } from '../layout/modified-at.js';
import { planArchive } from '../layout/plan-archive.js';
import type { ArchivePlan } from '../layout/plan-archive.js';
import { planFiles } from '../layout/planned-files.js';
import type { PlannedFile } from '../layout/planned-files.js';
import { loadSelectPaths } from '../layout/select-paths.js';
import type { SelectPaths } from '../layout/select-paths.js';
import { checkZenodoLimits } from '../limits/zenodo-limits.js';
import { diskInputs } from './disk-inputs.js';
import { hashEntries } from './hash-entries.js';
import { findLfsPointers } from './lfs-pointers.js';
import { readManifest } from './read-manifest.js';
import { archiveBytes, writeWhole } from './write-archive.js';

/** What an upload set is made of. All paths are POSIX and relative to the root. */
export interface BundleRequest {
  /** The release root, absolute. */
  readonly root: string;
  /** Where RELEASE_MANIFEST.json lies, and the digest of its bytes; an archive is written beside it. */
  readonly manifest: { readonly path: string; readonly sha256: string };
  /** SHA-256 of the canonical bytes of the release metadata. */
  readonly metadataSha256: string;
  /** The signature (checksum list); it must be the one of the manifest. */
  readonly signature: string;
  /** The artifacts in the order in which the record shall show them. */
  readonly artifacts: readonly string[];
  /** How the files are laid out; without it the artifacts are uploaded one by one. */
  readonly layout?: BundleLayout;
  /** The environment variable SOURCE_DATE_EPOCH, by default that of this process. */
  readonly sourceDateEpoch?: string;
}

/**
 * Makes the upload set: the manifest, the signature, the single files, each under its base name, and the
 * archive if the layout has one. Zenodo's limits are held before a byte is hashed; then every file is hashed
 * and held against the manifest, those in the archive as they are packed. Throws BundleError with all findings.
 */
export async function buildBundle(request: BundleRequest): Promise<Bundle> {
  const { root, metadataSha256 } = request;
  const { manifest, size } = await readManifest(root, request.manifest);
  holdSignature(request, manifest);
  const { files, archive } = await plan(request, manifest, size);
  const entries = [...(await hashFiles(root, files))];
  if (archive !== undefined) entries.push(await packArchive(request, archive));
  throwFindings(checkZenodoLimits(entries));
  return {
    schemaVersion: 1,
    signatureSha256: manifest.signature.sha256,
    manifestSha256: request.manifest.sha256,
    metadataSha256,
    entries,
    ...(archive === undefined ? {} : { archive: archive.recipe }),
  };
}

function holdSignature({ signature }: BundleRequest, manifest: ReleaseManifest): void {
  if (manifest.signature.path === signature) return;
  const message = `The manifest is of the signature ${manifest.signature.path}.`;
  throwFindings([finding('NZ4006', message, { file: signature })]);
}

interface UploadPlan {
  readonly files: readonly PlannedFile[];
  readonly archive: ArchivePlan | undefined;
}

async function plan(
  { manifest: manifestFile, artifacts, layout = {}, sourceDateEpoch }: BundleRequest,
  manifest: ReleaseManifest,
  size: number,
): Promise<UploadPlan> {
  const select = Object.keys(layout).length === 0 ? selectNothing : await loadSelectPaths();
  const choice =
    layout.files === undefined ? { listed: artifacts } : { globs: layout.files, select };
  const planned = planFiles({ ...manifestFile, size }, manifest, choice);
  const epoch = sourceDateEpoch ?? process.env['SOURCE_DATE_EPOCH'];
  const archive =
    layout.archive === undefined
      ? undefined
      : planArchive(manifest, layout.archive, modifiedAtOf(manifest, epoch), select);
  throwFindings([
    ...planned.findings,
    ...(archive?.findings ?? []),
    ...checkZenodoLimits(uploads(planned.files, archive)),
  ]);
  return { files: planned.files, archive };
}

const selectNothing: SelectPaths = () => [];

// The archive is not made yet: one byte stands for it, so that its name and the number of files are held.
function uploads(files: readonly PlannedFile[], archive: ArchivePlan | undefined) {
  if (archive === undefined) return files;
  const { key } = archive.recipe;
  return [...files, { key, path: key, size: 1 }];
}

async function hashFiles(
  root: string,
  files: readonly PlannedFile[],
): Promise<readonly BundleEntry[]> {
  const entries: BundleEntry[] = [];
  const differing = await hashEntries(root, files, ({ key, path, sha256 }, digest) => {
    entries.push({ key, path, size: digest.size, sha256: digest.sha256, md5: digest.md5 });
    if (digest.sha256 === sha256) return [];
    const message = `The file has the digest ${digest.sha256}, the manifest says ${sha256}.`;
    return [finding('NZ4007', message, { file: path })];
  });
  throwFindings([...differing, ...(await findLfsPointers(root, entries))]);
  return entries;
}

async function packArchive(request: BundleRequest, plan: ArchivePlan): Promise<BundleEntry> {
  const { key } = plan.recipe;
  const path = posix.join(posix.dirname(request.manifest.path), key);
  const target = await resolveInside(request.root, path);
  const base = await realpath(request.root);
  const { inputs, findings } = await diskInputs(base, plan.files);
  throwFindings(findings);
  return { key, path, ...(await writeWhole(target, archiveBytes(plan.recipe, inputs))) };
}
