import { decodeBucketFile, decodeDepositionFiles } from '@nx-zenodo/zenodo-api';
import type {
  BucketFile,
  Deposition,
  DepositionFile,
  UnsubmittedDeposition,
} from '@nx-zenodo/zenodo-api';
import { ignoreBody } from '../request/call.js';
import { exchange } from '../request/exchange.js';
import type { Line } from '../request/exchange.js';
import { readPieces } from '../transport.js';
import { zenodoError } from '../zenodo-error.js';
import { digestingTap } from './digesting.js';
import type { BytesSeen, Progress } from './digesting.js';

/** A file on this machine and the name it gets on Zenodo. */
export interface LocalFile {
  /** One path segment, at most 255 characters. */
  readonly key: string;
  /** Absolute path. */
  readonly path: string;
  /** Bytes that shall be sent; another length on disk is refused. */
  readonly size: number;
}

/** An upload as both sides saw it: equal digests are what makes it good. */
export interface Uploaded {
  readonly stored: BucketFile;
  readonly sent: BytesSeen;
}

// Slower than this is taken for a dead connection: one minute and 64 KB/s.
const patienceMs = 60_000;
const slowestBytesPerMs = 64;

/**
 * `PUT /files/{bucket}/{key}` from disk, in constant memory. Overwriting is one transaction on Zenodo's
 * side, so the whole file is sent again after a failure; there is no resume.
 *
 * @throws ZenodoError NZ5013 where the file cannot be read or has another length
 */
export async function uploadFile(
  line: Line,
  draft: UnsubmittedDeposition,
  file: LocalFile,
  onProgress?: Progress,
): Promise<Uploaded> {
  const operation = `upload ${file.key} to deposition ${draft.id}`;
  assertKey(file.key, operation);
  let tap = digestingTap();
  const { value } = await exchange(line, {
    operation,
    method: 'PUT',
    url: `${draft.links.bucket}/${encodeURIComponent(file.key)}`,
    repeat: 'safe',
    success: [201, 200],
    timeoutMs: patienceMs + Math.ceil(file.size / slowestBytesPerMs),
    stream: {
      length: file.size,
      open() {
        tap = digestingTap(onProgress);
        return tap.pass(piecesOf(file, operation));
      },
    },
    decode: decodeBucketFile,
  });
  return { stored: value, sent: tap.seen() };
}

/** `GET …/{id}/files`: read from the database, not from the index, so it is current. */
export async function listFiles(line: Line, id: number): Promise<readonly DepositionFile[]> {
  const { value } = await exchange(line, {
    operation: `list the files of deposition ${id}`,
    method: 'GET',
    url: `${line.address.apiUrl}/deposit/depositions/${id}/files`,
    repeat: 'safe',
    success: [200],
    decode: decodeDepositionFiles,
  });
  return value;
}

/** `DELETE …/{id}/files/{file_id}`; a file that is gone already is fine. */
export async function deleteFile(
  line: Line,
  draft: Extract<Deposition, { state: 'unsubmitted' }>,
  file: DepositionFile,
): Promise<void> {
  await exchange(line, {
    operation: `delete ${file.key} from deposition ${draft.id}`,
    method: 'DELETE',
    url: `${line.address.apiUrl}/deposit/depositions/${draft.id}/files/${encodeURIComponent(file.fileId)}`,
    repeat: 'safe',
    success: [204, 404],
    decode: ignoreBody,
  });
}

// A slash cannot be expressed in a bucket key, and `.` or `..` would name another URL.
function assertKey(key: string, operation: string): void {
  if (key !== '' && key !== '.' && key !== '..' && !key.includes('/') && [...key].length <= 255) {
    return;
  }
  throw zenodoError(
    'NZ5013',
    { operation, effect: 'none' },
    {
      message: `Could not ${operation}: "${key}" is no file name that Zenodo can keep. Nothing was sent.`,
      cure: 'Use one path segment of 1 to 255 characters.',
    },
  );
}

async function* piecesOf(file: LocalFile, operation: string): AsyncGenerator<Uint8Array> {
  const refuse = (why: string, cause?: unknown) =>
    zenodoError(
      'NZ5013',
      { operation, effect: 'unknown' },
      {
        message: `Could not ${operation}: ${why}. The draft keeps whatever it held under that name.`,
        cure: 'Restore the file that was bundled, or build the bundle again.',
      },
      { cause },
    );
  let size = 0;
  try {
    for await (const piece of readPieces(file.path)) {
      size += piece.length;
      if (size > file.size) break;
      yield piece;
    }
  } catch (thrown) {
    throw refuse(
      `the file cannot be read (${String((thrown as NodeJS.ErrnoException).code)})`,
      thrown,
    );
  }
  if (size !== file.size) throw refuse(`the file no longer has ${file.size} bytes`);
}
