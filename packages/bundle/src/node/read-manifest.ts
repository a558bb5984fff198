import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolveInside } from '@nx-zenodo/fixity';
import { decodeManifest, ManifestError } from '@nx-zenodo/manifest';
import type { ReleaseManifest } from '@nx-zenodo/manifest';
import { BundleError, finding } from '../bundle-error.js';

/** A manifest as it lies on disk. */
export interface ManifestOnDisk {
  readonly manifest: ReleaseManifest;
  /** Bytes. */
  readonly size: number;
}

/** Reads the manifest and holds it against its digest. Throws BundleError NZ4006. */
export async function readManifest(
  root: string,
  { path, sha256 }: { readonly path: string; readonly sha256: string },
): Promise<ManifestOnDisk> {
  const bytes = await readFile(await resolveInside(root, path)).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw cause;
      throw refusal(path, 'The manifest does not exist.', cause);
    },
  );
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) {
    throw refusal(path, `The manifest has the digest ${found}, not ${sha256}.`);
  }
  try {
    return { manifest: decodeManifest(JSON.parse(bytes.toString('utf8'))), size: bytes.length };
  } catch (cause) {
    if (!(cause instanceof ManifestError || cause instanceof SyntaxError)) throw cause;
    throw refusal(path, `The manifest cannot be used: ${cause.message}`, cause);
  }
}

function refusal(file: string, message: string, cause?: unknown): BundleError {
  return new BundleError([finding('NZ4006', message, { file })], { cause });
}
