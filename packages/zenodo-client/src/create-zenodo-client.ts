import { parseApiUrl } from './api-address.js';
import { digestContent } from './operations/content.js';
import * as depositions from './operations/depositions.js';
import { isCommunity } from './operations/communities.js';
import { readDoiState } from './operations/doi.js';
import * as files from './operations/files.js';
import * as records from './operations/records.js';
import type { Line, Waiting } from './request/exchange.js';
import { defaultPatience } from './request/repeat.js';
import type { Patience } from './request/repeat.js';
import { undiciTransport } from './node/undici-transport.js';
import { systemClock } from './transport.js';
import type { Clock, Transport } from './transport.js';
import { zenodoError } from './zenodo-error.js';
import type { ZenodoClient } from './zenodo-client.js';

/** What a client is made of. */
export interface ZenodoClientOptions {
  /** For example `https://sandbox.zenodo.org/api`. */
  readonly apiUrl: string;
  /** Personal access token with deposit:write and deposit:actions; null to read, as anybody, what is public. */
  readonly token: string | null | undefined;
  /** Zenodo asks clients to say who they are. Default `nx-zenodo (+https://www.npmjs.com/package/nx-zenodo)`. */
  readonly userAgent?: string;
  /** Told before each wait: rate limit or back-off. */
  readonly onWait?: (waiting: Waiting) => void;
  readonly patience?: Partial<Patience>;
  readonly transport?: Transport;
  readonly clock?: Clock;
}

const defaultUserAgent = 'nx-zenodo (+https://www.npmjs.com/package/nx-zenodo)';

/**
 * A client for one API and one token; nothing is sent yet.
 *
 * @throws ZenodoError NZ5002 without a usable token, NZ5005 with a bad URL
 */
export function createZenodoClient(options: ZenodoClientOptions): ZenodoClient {
  const address = parseApiUrl(options.apiUrl);
  const line: Line = {
    address,
    token: checkedToken(options.token, address.origin),
    userAgent: options.userAgent ?? defaultUserAgent,
    transport: options.transport ?? undiciTransport(),
    clock: options.clock ?? systemClock,
    patience: { ...defaultPatience, ...options.patience },
    onWait: options.onWait ?? (() => undefined),
    limit: undefined,
  };
  return {
    apiUrl: address.apiUrl,
    origin: address.origin,
    createDeposition: (metadata) => depositions.createDeposition(line, metadata),
    readDeposition: (id) => depositions.readDeposition(line, id),
    listDepositions: (query) => depositions.listDepositions(line, query),
    updateMetadata: (draft, metadata) => depositions.updateMetadata(line, draft, metadata),
    discardDraft: (draft) => depositions.discardDraft(line, draft),
    publish: (draft) => depositions.publish(line, draft),
    reserveDoi: (draft) => depositions.reserveDoi(line, draft),
    openEdit: (done) => depositions.openEdit(line, done),
    createVersion: (done) => depositions.createVersion(line, done),
    findVersionDraft: (done) => depositions.findVersionDraft(line, done),
    uploadFile: (draft, file, onProgress) => files.uploadFile(line, draft, file, onProgress),
    listFiles: (id) => files.listFiles(line, id),
    deleteFile: (draft, file) => files.deleteFile(line, draft, file),
    readRecord: (id) => records.readRecord(line, id),
    listVersions: (id) => records.listVersions(line, id),
    requestDeletion: (id, comment) => records.requestDeletion(line, id, comment),
    isEditUntouched: (id) => records.isEditUntouched(line, id),
    digestContent: (id, file, onProgress) => digestContent(line, id, file, onProgress),
    isCommunity: (slug) => isCommunity(line, slug),
    readDoiState: (doi) => readDoiState(line, doi),
    close: () => line.transport.close(),
  };
}

// RFC 6750, 2.1: a bearer token is visible ASCII without quotation marks, which come along from files of
// variables whose reader keeps them; a line break in it would forge a header.
function checkedToken(token: string | null | undefined, origin: string): string | null {
  if (token === null) return null;
  if (token !== undefined && /^[\x21-\x7e]+$/.test(token) && !/["'`]/.test(token)) return token;
  const missing = token === undefined || token.trim() === '';
  throw zenodoError(
    'NZ5002',
    { operation: 'authenticate', effect: 'none' },
    {
      message: missing
        ? `There is no access token for ${origin}.`
        : `The access token for ${origin} holds characters that no token has (a space, a line break or a quotation mark around it).`,
      cure: `Create a token with deposit:write and deposit:actions at ${origin}/account/settings/applications/tokens/new/ and hand it over in the environment, never in a file of the repository.`,
    },
  );
}
