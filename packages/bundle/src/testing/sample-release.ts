import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freezeRelease, verifyRelease } from '@nx-zenodo/fixity';
import { buildManifest, formatManifest, manifestSha256 } from '@nx-zenodo/manifest';
import type { ReleaseManifest } from '@nx-zenodo/manifest';

/** A real release in a temporary folder: frozen, verified, with its manifest written. */
export interface SampleRelease {
  readonly root: string;
  readonly manifest: ReleaseManifest;
  readonly request: {
    readonly root: string;
    readonly manifest: { readonly path: string; readonly sha256: string };
    readonly metadataSha256: string;
    readonly signature: string;
    readonly artifacts: readonly string[];
  };
  put(path: string, content: string | Uint8Array): Promise<void>;
  remove(): Promise<void>;
}

/** Makes one of files by path; all of them are artifacts unless said otherwise. */
export async function sampleRelease(
  files: Readonly<Record<string, string | Uint8Array>>,
  artifacts: readonly string[] = Object.keys(files),
): Promise<SampleRelease> {
  const root = await mkdtemp(join(tmpdir(), 'bundle-'));
  const put = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  };
  for (const [path, content] of Object.entries(files)) await put(path, content);
  const signature = 'SIGNATURE.sha256';
  await freezeRelease({ root, signature, include: ['**'] });
  const manifest = buildManifest({
    release: await verifyRelease({ root, signature, artifacts }),
    identity: { name: 'sample', version: '1', tag: null, commit: null, date: null },
    artifacts,
    validation: {
      schemaVersion: 1,
      checksSha256: 'c'.repeat(64),
      passed: 1,
      total: 1,
      checks: [{ name: 'x', kind: 'exists', passed: true, detail: 'x', evidence: [] }],
    },
    tool: { name: 'test', version: '0' },
  });
  const path = 'dist/release/RELEASE_MANIFEST.json';
  await put(path, formatManifest(manifest));
  const metadataSha256 = 'd'.repeat(64);
  const written = { path, sha256: manifestSha256(manifest) };
  return {
    root,
    manifest,
    request: { root, manifest: written, metadataSha256, signature, artifacts },
    put,
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
