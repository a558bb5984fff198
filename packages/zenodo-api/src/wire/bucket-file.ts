import * as v from 'valibot';
import { decodeWith } from './decoded.js';
import type { Decoded } from './decoded.js';
import { md5Schema } from './md5.js';

/** What a bucket answers to `PUT /files/{bucket}/{key}`. */
export interface BucketFile {
  readonly key: string;
  /** Bytes that Zenodo counted. */
  readonly size: number;
  /** 32 lower-case hex digits, computed by Zenodo. */
  readonly md5: string;
  readonly versionId?: string;
}

const bucketFileSchema = v.pipe(
  v.looseObject({
    key: v.string(),
    size: v.number(),
    checksum: md5Schema,
    version_id: v.optional(v.string()),
  }),
  v.transform((file): BucketFile => ({
    key: file.key,
    size: file.size,
    md5: file.checksum,
    ...(file.version_id === undefined ? {} : { versionId: file.version_id }),
  })),
);

/** Decodes the answer to a bucket upload. */
export function decodeBucketFile(json: unknown): Decoded<BucketFile> {
  return decodeWith(bucketFileSchema, json);
}
