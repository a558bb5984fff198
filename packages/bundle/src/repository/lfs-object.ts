/** What a pointer of Git LFS stands for. */
export interface LfsObject {
  /** SHA-256 of the real file, 64 lower-case hex digits. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Reads a pointer (git-lfs, docs/spec.md, "The Pointer"); null for any other text. */
export function parseLfsPointer(text: string): LfsObject | null {
  if (!text.startsWith('version https://git-lfs.github.com/spec/')) return null;
  const sha256 = /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1];
  const size = /^size (\d{1,15})$/m.exec(text)?.[1];
  return sha256 === undefined || size === undefined ? null : { sha256, size: Number(size) };
}

/** Where the object lies below the storage of Git LFS (docs/spec.md, "The Server" and local storage). */
export function lfsObjectPath({ sha256 }: LfsObject): string {
  return `objects/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}
