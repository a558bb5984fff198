import type { ReleaseManifest } from '@nx-zenodo/manifest';
import { checkEntryName } from '../archive/entry-name.js';
import type { PackedFile } from '../archive/packed-file.js';
import { finding } from '../bundle-error.js';
import type { BundleFinding } from '../bundle-error.js';
import type { ArchiveRecipe } from '../bundle.js';
import type { ArchiveLayout } from './bundle-layout.js';
import type { SelectPaths } from './select-paths.js';

/** What goes into the archive, in the order of the manifest. */
export interface ArchivePlan {
  readonly recipe: ArchiveRecipe;
  readonly files: readonly PackedFile[];
  readonly findings: readonly BundleFinding[];
}

/** Chooses the files of the archive among those of the manifest: nothing else was proved. */
export function planArchive(
  manifest: ReleaseManifest,
  layout: ArchiveLayout,
  modifiedAt: number,
  select: SelectPaths,
): ArchivePlan {
  const fill = (text: string) => text.replaceAll('{version}', manifest.release.version);
  const key = fill(layout.name);
  const folder = fill(layout.folder);
  const chosen = select(manifest.files, layout.include, layout.exclude);
  const files = packedFiles(
    manifest,
    chosen.map(({ path }) => path),
    folder,
  );
  const findings = files.flatMap(({ name, path }) => checkEntryName(name, path));
  if (files.length === 0) {
    const globs = layout.include.join(', ');
    findings.push(finding('NZ4011', `No file of the manifest goes into ${key}: ${globs}.`));
  }
  const format = key.endsWith('.zip') ? 'zip' : 'tar.gz';
  const paths = files.map(({ path }) => path);
  return {
    recipe: { key, format, level: layout.level, folder, modifiedAt, paths },
    files,
    findings,
  };
}

/** The files of a recipe with what the manifest says of them; a path that it does not list is left out. */
export function packedFiles(
  manifest: ReleaseManifest,
  paths: readonly string[],
  folder: string,
): readonly PackedFile[] {
  const wanted = new Set(paths);
  return manifest.files
    .filter(({ path }) => wanted.has(path))
    .map(({ path, size, sha256 }) => {
      const name = folder === '' ? path : `${folder}/${path}`;
      return { path, name, size, sha256 };
    });
}
