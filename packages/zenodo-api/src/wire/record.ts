import * as v from 'valibot';
import { decodeWith } from './decoded.js';
import type { Decoded } from './decoded.js';
import { md5Schema } from './md5.js';

/** One file of a published record as the public sees it. */
export interface RecordFile {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** 32 lower-case hex digits. */
  readonly md5: string;
  /** Where its bytes are served. */
  readonly contentUrl: string;
}

/** A published record (records API, `Accept: application/json`: the face that looks like the legacy one). */
export interface ZenodoRecord {
  readonly id: number;
  readonly conceptRecordId: string;
  readonly doi?: string;
  readonly conceptDoi?: string;
  readonly title: string;
  /** Record page. */
  readonly html: string;
  /** Metadata of the record schema: it differs from the deposit schema (licence, type, communities …). */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Empty for a reader who may not see the files. */
  readonly files: readonly RecordFile[];
}

const recordFileSchema = v.pipe(
  v.looseObject({
    key: v.string(),
    size: v.number(),
    checksum: md5Schema,
    links: v.looseObject({ self: v.string() }),
  }),
  v.transform((file): RecordFile => ({
    key: file.key,
    size: file.size,
    md5: file.checksum,
    contentUrl: file.links.self,
  })),
);

const recordSchema = v.pipe(
  v.looseObject({
    id: v.pipe(v.number(), v.integer()),
    conceptrecid: v.string(),
    doi: v.optional(v.string()),
    conceptdoi: v.optional(v.string()),
    title: v.string(),
    metadata: v.record(v.string(), v.unknown()),
    links: v.looseObject({ self_html: v.string() }),
    files: v.optional(v.array(recordFileSchema), []),
  }),
  v.transform((json): ZenodoRecord => ({
    id: json.id,
    conceptRecordId: json.conceptrecid,
    ...(json.doi ? { doi: json.doi } : {}),
    ...(json.conceptdoi ? { conceptDoi: json.conceptdoi } : {}),
    title: json.title,
    html: json.links.self_html,
    metadata: json.metadata,
    files: json.files,
  })),
);

/** Decodes `GET /records/{id}`. */
export function decodeRecord(json: unknown): Decoded<ZenodoRecord> {
  return decodeWith(recordSchema, json);
}

/** One page of `GET /records?q=…` or `GET /records/{id}/versions`. */
export interface RecordPage {
  readonly total: number;
  readonly records: readonly ZenodoRecord[];
}

const recordPageSchema = v.pipe(
  v.looseObject({
    hits: v.looseObject({ hits: v.array(recordSchema), total: v.number() }),
  }),
  v.transform((json): RecordPage => ({ total: json.hits.total, records: json.hits.hits })),
);

/** Decodes one page of a record search. */
export function decodeRecordPage(json: unknown): Decoded<RecordPage> {
  return decodeWith(recordPageSchema, json);
}

/**
 * What of a record can be edited, in InvenioRDM's own form: for comparing a draft with the record it edits,
 * not for reading.
 */
export interface EditableContent {
  readonly metadata: unknown;
  readonly customFields: unknown;
  readonly access: unknown;
}

const editableSchema = v.pipe(
  v.looseObject({
    metadata: v.record(v.string(), v.unknown()),
    custom_fields: v.optional(v.unknown()),
    access: v.optional(v.unknown()),
  }),
  v.transform((json): EditableContent => ({
    metadata: json.metadata,
    customFields: json.custom_fields,
    access: json.access,
  })),
);

/** Decodes a record or draft of the records API, `Accept: application/vnd.inveniordm.v1+json`. */
export function decodeEditableContent(json: unknown): Decoded<EditableContent> {
  return decodeWith(editableSchema, json);
}

// A number in the legacy face of the records API, a string in its own.
const draftIdSchema = v.pipe(
  v.looseObject({
    id: v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer()),
  }),
  v.transform((json) => json.id),
);

/** Decodes the id of the draft that `POST /records/{id}/versions` answers with. */
export function decodeDraftId(json: unknown): Decoded<number> {
  return decodeWith(draftIdSchema, json);
}
