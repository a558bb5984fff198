/** Bytes that lie whole on disk under `id`, with what was measured while they came in. */
export interface StoredContent {
  readonly id: string;
  readonly size: number;
  /** Hexadecimal, no prefix. */
  readonly md5: string;
}

/** In how many parts a file was announced, and how large each but the last is to be, in bytes. */
export interface Multipart {
  readonly parts: number;
  readonly partSize: number;
  readonly size: number;
}

/** One key of a bucket. New versions list the same content under their own entry. */
export interface FileEntry {
  readonly key: string;
  /** Absent while an entry of the records API was announced but not uploaded. */
  readonly content?: StoredContent;
  /** Object version in its bucket; a replaced file gets another. */
  readonly versionId: string;
  readonly status: 'pending' | 'completed';
  /** ISO 8601 instants. */
  readonly created: string;
  readonly updated: string;
  readonly metadata?: unknown;
  /** Announced as a multipart transfer, which Zenodo then lets nobody carry out. */
  readonly transfer?: 'M';
  readonly multipart?: Multipart;
}

/** An entry whose bytes are here and committed. */
export type CompletedFile = FileEntry & { readonly content: StoredContent };

/** Narrows to entries that count as files of a deposition: uploaded and committed. */
export function isCompleted(file: FileEntry): file is CompletedFile {
  return file.status === 'completed' && file.content !== undefined;
}
