import type { ReleaseManifest } from '@nx-zenodo/manifest';
import { inlineCode } from '../markdown/escape-markdown.js';
import type { PublishedFile } from '../published/published-release.js';

/** One line of the artifact inventory: a file under the name by which the record serves it. */
export interface InventoryRow {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** Media type; null where the manifest does not know the bytes (its own file, for one). */
  readonly mediaType: string | null;
}

/**
 * What is published: the files of the record with what the manifest knows of their bytes; without a record the
 * artifacts and the signature of the manifest.
 */
export function inventory(
  manifest: ReleaseManifest,
  files: readonly PublishedFile[] = [],
): readonly InventoryRow[] {
  const known = new Map(manifest.files.map((file) => [file.sha256, file.mediaType]));
  if (files.length > 0) {
    return files.map(({ key, size, sha256 }) => ({
      name: key,
      size,
      sha256,
      mediaType: known.get(sha256) ?? null,
    }));
  }
  return manifest.files
    .filter(({ role }) => role !== 'covered')
    .map(({ path, size, sha256, mediaType }) => ({ name: path, size, sha256, mediaType }));
}

/** The inventory as a Markdown table. */
export function formatInventory(rows: readonly InventoryRow[]): string {
  const lines = rows.map(
    ({ name, size, sha256, mediaType }) =>
      `| ${inlineCode(name)} | ${size} | ${mediaType ?? '—'} | \`${sha256}\` |`,
  );
  const bytes = rows.reduce((sum, { size }) => sum + size, 0);
  return [
    '| File | Bytes | Media type | SHA-256 |',
    '| --- | ---: | --- | --- |',
    ...lines,
    '',
    `${rows.length} ${rows.length === 1 ? 'file' : 'files'}, ${bytes} bytes.`,
  ].join('\n');
}
