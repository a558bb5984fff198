import { createReadStream } from 'node:fs';
import { decodeBundle } from '@nx-zenodo/bundle';
import { resolveInside } from '@nx-zenodo/fixity';
import type { AssetSource } from '@nx-zenodo/forge';
import type { SavedReceipt } from '@nx-zenodo/deposit';
import type { ReleaseManifest } from '@nx-zenodo/manifest';
import { archiveFolder } from '../archive/archive-release.js';
import { digestPieces } from '../chain/digest.js';
import { parseOutput, readOutput } from '../chain/release-output.js';
import { readAtTag } from '../git/node/git.js';
import { PluginError } from '../plugin-error.js';
import type { ReleaseConfig } from '../release-config/release-config.js';

/**
 * The published files as assets of a release page: exactly the bytes that the record has, read from disk, or at the
 * tag where a file was changed since (release notes are, by finalize). They are looked for when they are sent. The
 * files of an archive (without a manifest of the release) lie below `dist/archive` by their names.
 * @throws PluginError NZ9020 without bundle.json.
 */
export async function assetSources(
  config: ReleaseConfig,
  receipt: SavedReceipt,
  manifest: ReleaseManifest | null,
): Promise<readonly AssetSource[]> {
  const pathOf = manifest === null ? inArchive : await bundledPaths(config);
  const mediaTypes = new Map(manifest?.files.map((file) => [file.sha256, file.mediaType]));
  return receipt.files.map(({ key, size, sha256 }) => {
    const path = pathOf(key);
    return {
      name: key,
      size,
      sha256,
      mediaType: mediaTypes.get(sha256) ?? 'application/octet-stream',
      open: () => publishedBytes(config, path, sha256),
    };
  });
}

const inArchive = (key: string) => `${archiveFolder}/${key}`;

async function bundledPaths({ root }: ReleaseConfig): Promise<(key: string) => string> {
  const bundle = parseOutput('bundle', await readOutput(root, 'bundle'), decodeBundle);
  return (key) => bundle.entries.find((entry) => entry.key === key)?.path ?? key;
}

type Open = () => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>;

async function* publishedBytes(
  { root, tag }: ReleaseConfig,
  path: string,
  sha256: string,
): AsyncGenerator<Uint8Array> {
  const places: readonly Open[] = [
    async () => createReadStream(await resolveInside(root, path)) as AsyncIterable<Uint8Array>,
    () => readAtTag(root, tag, path),
  ];
  for (const open of places) {
    if ((await digestOf(open)) !== sha256) continue;
    yield* await open();
    return;
  }
  throw new PluginError([notThere(path, tag, sha256)]);
}

// A place that has no such file is none of those that are looked for.
async function digestOf(open: Open): Promise<string | null> {
  try {
    return await digestPieces(await open());
  } catch {
    return null;
  }
}

const notThere = (path: string, tag: string, sha256: string) =>
  ({
    code: 'NZ9027',
    severity: 'error',
    message: `The bytes of ${path} that were published (SHA-256 ${sha256.slice(0, 12)}…) are neither on disk nor at the tag ${tag}.`,
    cure: 'Check out the tag (of an archive: run archive with --tag) and run again, or set finalize.forge.assets to false.',
    place: { file: path },
  }) as const;
