import * as v from 'valibot';
import { decodeWith } from './decoded.js';
import type { Decoded } from './decoded.js';
import { md5Schema } from './md5.js';

/** One committed file of a deposition (deposit API, `files[]` and `GET …/files`). */
export interface DepositionFile {
  /** UUID of the stored content; the same content linked into a new version keeps it. */
  readonly fileId: string;
  /** File name on Zenodo. */
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** 32 lower-case hex digits. */
  readonly md5: string;
}

export const depositionFileSchema = v.pipe(
  v.looseObject({
    id: v.string(),
    filename: v.string(),
    filesize: v.number(),
    checksum: md5Schema,
  }),
  v.transform((file): DepositionFile => ({
    fileId: file.id,
    key: file.filename,
    size: file.filesize,
    md5: file.checksum,
  })),
);

/** Decodes the answer to `GET /deposit/depositions/{id}/files`. */
export function decodeDepositionFiles(json: unknown): Decoded<readonly DepositionFile[]> {
  return decodeWith(v.array(depositionFileSchema), json);
}
