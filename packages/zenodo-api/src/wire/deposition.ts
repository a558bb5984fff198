import * as v from 'valibot';
import { decodeWith } from './decoded.js';
import type { Decoded } from './decoded.js';
import { depositionFileSchema } from './deposition-file.js';
import type { DepositionFile } from './deposition-file.js';

/** What every deposition tells, whatever its state. */
export interface DepositionFacts {
  /** Also the record id: draft and published record share it. */
  readonly id: number;
  /** Id of the concept: the parent of all versions. */
  readonly conceptRecordId: string;
  /** User id of the owner. */
  readonly owner?: number;
  /** On a draft only when one was supplied or reserved. */
  readonly doi?: string;
  readonly conceptDoi?: string;
  /** '' on an empty draft. */
  readonly title: string;
  /** UTC ISO 8601. */
  readonly created: string;
  /** UTC ISO 8601. */
  readonly modified: string;
  /** Legacy metadata as Zenodo gives it back: normalised, with defaults filled in. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Committed files only. */
  readonly files: readonly DepositionFile[];
}

/** Never published: files and metadata may change, and it may be published or deleted. */
export interface UnsubmittedDeposition extends DepositionFacts {
  readonly state: 'unsubmitted';
  readonly links: {
    readonly html: string;
    /** Where files are put. */
    readonly bucket: string;
    readonly publish: string;
    readonly discard: string;
  };
}

/** Published, with an open edit: only metadata may change. */
export interface InProgressDeposition extends DepositionFacts {
  readonly state: 'inprogress';
  readonly links: {
    readonly html: string;
    readonly publish: string;
    readonly discard: string;
  };
}

/** Published, no open draft: it may be edited, or followed by a new version. */
export interface DoneDeposition extends DepositionFacts {
  readonly state: 'done';
  readonly links: {
    /** The record page. */
    readonly html: string;
    readonly edit: string;
    readonly newversion: string;
  };
}

/**
 * A deposition of the legacy deposit API. Zenodo sends every action link in every state;
 * here each state carries only the links it may use, so that an illegal move does not compile.
 */
export type Deposition = UnsubmittedDeposition | InProgressDeposition | DoneDeposition;

/** A deposition as it stands in a list: Zenodo does not index the bucket, so nothing can be done with it before it is read. */
export interface ListedDeposition extends DepositionFacts {
  readonly state: Deposition['state'];
}

const factsSchema = {
  id: v.pipe(v.number(), v.integer()),
  conceptrecid: v.string(),
  owner: v.optional(v.number()),
  doi: v.optional(v.string()),
  conceptdoi: v.optional(v.string()),
  title: v.optional(v.string(), ''),
  created: v.string(),
  modified: v.string(),
  metadata: v.record(v.string(), v.unknown()),
  files: v.optional(v.array(depositionFileSchema), []),
};
type FactsJson = v.InferOutput<v.LooseObjectSchema<typeof factsSchema, undefined>>;

function toFacts(json: FactsJson): DepositionFacts {
  return {
    id: json.id,
    conceptRecordId: json.conceptrecid,
    ...(json.owner === undefined ? {} : { owner: json.owner }),
    // A draft without a DOI may carry an empty one.
    ...(json.doi ? { doi: json.doi } : {}),
    ...(json.conceptdoi ? { conceptDoi: json.conceptdoi } : {}),
    title: json.title,
    created: json.created,
    modified: json.modified,
    metadata: json.metadata,
    files: json.files,
  };
}

const draftLinks = { html: v.string(), publish: v.string(), discard: v.string() };

const depositionSchema = v.pipe(
  v.variant('state', [
    v.looseObject({
      ...factsSchema,
      state: v.literal('unsubmitted'),
      links: v.object({ ...draftLinks, bucket: v.string() }),
    }),
    v.looseObject({
      ...factsSchema,
      state: v.literal('inprogress'),
      links: v.object(draftLinks),
    }),
    v.looseObject({
      ...factsSchema,
      state: v.literal('done'),
      links: v.object({ html: v.string(), edit: v.string(), newversion: v.string() }),
    }),
  ]),
  v.transform((json): Deposition => {
    switch (json.state) {
      case 'unsubmitted':
        return { ...toFacts(json), state: json.state, links: json.links };
      case 'inprogress':
        return { ...toFacts(json), state: json.state, links: json.links };
      case 'done':
        return { ...toFacts(json), state: json.state, links: json.links };
    }
  }),
);

const listedSchema = v.pipe(
  v.looseObject({ ...factsSchema, state: v.picklist(['unsubmitted', 'inprogress', 'done']) }),
  v.transform((json): ListedDeposition => ({ ...toFacts(json), state: json.state })),
);

/** Decodes one deposition: the answer to create, read, update and every action that has a body. */
export function decodeDeposition(json: unknown): Decoded<Deposition> {
  return decodeWith(depositionSchema, json);
}

/** Decodes one page of `GET /deposit/depositions`: a bare array, without total or next page. */
export function decodeDepositionList(json: unknown): Decoded<readonly ListedDeposition[]> {
  return decodeWith(v.array(listedSchema), json);
}
