import type {
  Deposition,
  DepositionFile,
  DepositMetadata,
  DoneDeposition,
  InProgressDeposition,
  ListedDeposition,
  RecordFile,
  UnsubmittedDeposition,
  ZenodoRecord,
} from '@nx-zenodo/zenodo-api';
import type { DoiState } from './operations/doi.js';
import type { BytesSeen, Progress } from './operations/digesting.js';
import type { LocalFile, Uploaded } from './operations/files.js';
import type { Answered } from './request/call.js';

/**
 * Zenodo, call by call. Every method throws a ZenodoError: `effect` tells whether anything may have changed.
 * What may be repeated is repeated inside; publish never is.
 */
export interface ZenodoClient {
  /** Absolute URL of the API, without trailing slash. */
  readonly apiUrl: string;
  /** The only origin that ever gets the token. */
  readonly origin: string;

  createDeposition(metadata: DepositMetadata): Promise<UnsubmittedDeposition>;
  /** The draft if one is open, else the published deposition; with the JSON as it came. */
  readDeposition(id: number): Promise<Answered<Deposition>>;
  /** Every page and version. The index lags behind: what was changed a moment ago may be missing or old. */
  listDepositions(query?: string): Promise<readonly ListedDeposition[]>;
  /** Replaces all metadata; what is left out is erased or set to Zenodo's default. */
  updateMetadata<Draft extends UnsubmittedDeposition | InProgressDeposition>(
    draft: Draft,
    metadata: DepositMetadata,
  ): Promise<Extract<Deposition, { state: Draft['state'] }>>;
  /** Deletes an unpublished draft for good, or closes an edit. */
  discardDraft(draft: UnsubmittedDeposition | InProgressDeposition): Promise<void>;
  /** Sent once. With the JSON of the answer as it came. */
  publish(draft: UnsubmittedDeposition | InProgressDeposition): Promise<Answered<DoneDeposition>>;
  /** The DOI that the draft will be published with; the one it has, if it has one. */
  reserveDoi(draft: UnsubmittedDeposition): Promise<string>;
  openEdit(done: DoneDeposition): Promise<InProgressDeposition>;
  createVersion(done: DoneDeposition): Promise<UnsubmittedDeposition>;
  /** Id of the draft of the next version where `createVersion` was refused because one is open. */
  findVersionDraft(done: DoneDeposition): Promise<number>;

  uploadFile(
    draft: UnsubmittedDeposition,
    file: LocalFile,
    onProgress?: Progress,
  ): Promise<Uploaded>;
  listFiles(depositionId: number): Promise<readonly DepositionFile[]>;
  deleteFile(draft: UnsubmittedDeposition, file: DepositionFile): Promise<void>;

  /** The id of a concept leads to its latest published version. */
  readRecord(id: number | string): Promise<ZenodoRecord>;
  listVersions(recordId: number): Promise<readonly ZenodoRecord[]>;
  /** Whether nothing was changed in the open edit of a published record. */
  isEditUntouched(recordId: number): Promise<boolean>;
  /** Asks for the deletion of a published record of one's own, as a test record; read it to see whether it is gone. */
  requestDeletion(recordId: number, comment: string): Promise<void>;
  /** Digests of the bytes that the record serves. */
  digestContent(recordId: number, file: RecordFile, onProgress?: Progress): Promise<BytesSeen>;

  /** Whether there is a community of this slug that this token may see. */
  isCommunity(slug: string): Promise<boolean>;
  /** Where the DOI leads today; never fails. */
  readDoiState(doi: string): Promise<DoiState>;

  /** Closes the connections that are kept open. */
  close(): Promise<void>;
}
