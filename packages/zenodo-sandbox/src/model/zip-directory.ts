/** One entry of a zip, as its central directory has it. */
export interface ZipMember {
  /** As it is written in the zip; folders end in `/`. */
  readonly name: string;
  readonly isFolder: boolean;
  /** Bytes, unpacked and as they lie in the zip. */
  readonly size: number;
  readonly compressedSize: number;
  /** CRC-32 of the unpacked bytes. */
  readonly crc: number;
}

/** The name of a file or folder in a zip without the slashes that mark a folder. */
export function pathOf({ name }: ZipMember): string {
  return name.replace(/\/+$/, '');
}

export interface ZipDirectory {
  /** How many entries it says it has. */
  readonly count: number;
  /** Left empty when there are more than {@link zipLimits} allow. */
  readonly members: readonly ZipMember[];
}

/** What invenio-records-resources unpacks (config.py, RECORDS_RESOURCES_ZIP_*). */
export const zipLimits = {
  entries: 10_000,
  listed: 1000,
  unpackedBytes: 500 * 1024 * 1024,
  ratio: 200,
} as const;

/** Why a zip is not looked into; `undefined` when it is (invenio-records-resources, processors/zip.py). */
export function findZipProblem({ count, members }: ZipDirectory): string | undefined {
  if (count > zipLimits.entries) {
    return `Too many files in ZIP: ${count} > ${zipLimits.entries}`;
  }
  let unpacked = 0;
  for (const { name, size, compressedSize } of members) {
    if (climbs(name)) return `Path traversal in ZIP entry: ${name}`;
    const ratio = compressedSize === 0 ? 0 : size / compressedSize;
    if (ratio > zipLimits.ratio) {
      return `Suspicious compression ratio ${ratio.toFixed(1)} in ${name}`;
    }
    unpacked += size;
    if (unpacked > zipLimits.unpackedBytes) return 'Total uncompressed size limit exceeded';
  }
  return undefined;
}

function climbs(name: string): boolean {
  const path = name.replaceAll('\\', '/');
  return path.startsWith('/') || path.split('/').includes('..');
}
