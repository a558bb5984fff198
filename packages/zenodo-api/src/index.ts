export type { DepositMetadata, DepositPerson } from './legacy/deposit-metadata.js';
export { decodeBucketFile } from './wire/bucket-file.js';
export type { BucketFile } from './wire/bucket-file.js';
export type { Decoded, WireProblem } from './wire/decoded.js';
export { decodeDepositionFiles } from './wire/deposition-file.js';
export type { DepositionFile } from './wire/deposition-file.js';
export { decodeDeposition, decodeDepositionList } from './wire/deposition.js';
export type {
  Deposition,
  DepositionFacts,
  DoneDeposition,
  InProgressDeposition,
  ListedDeposition,
  UnsubmittedDeposition,
} from './wire/deposition.js';
export { decodeErrorBody } from './wire/error-body.js';
export type { ErrorBody, FieldError } from './wire/error-body.js';
export { decodeRecord, decodeRecordPage } from './wire/record.js';
export type { RecordFile, RecordPage, ZenodoRecord } from './wire/record.js';
