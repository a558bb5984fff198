import type { StoredContent } from '../model/file-entry.js';
import type { Change } from '../model/change.js';
import type { ZipDirectory } from '../model/zip-directory.js';

/** What a route answers; a value, so that routes are tested without a server. */
export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: ResponseBody;
}

export type ResponseBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'content'; readonly content: StoredContent }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** The answer that is made before it is sent: a picture. */
  | { readonly kind: 'made'; readonly make: () => Promise<Response> }
  /** The same, made of the whole bytes of files, which the server reads. */
  | { readonly kind: 'derived'; readonly make: (read: ReadContent) => Promise<Response> }
  | { readonly kind: 'archive'; readonly files: readonly ArchiveFile[] }
  /** Made of what is in a zip; of nothing when it cannot be opened. */
  | {
      readonly kind: 'unzipped';
      readonly content: StoredContent;
      readonly make: (directory: ZipDirectory | undefined) => Response;
    }
  /** One member of a zip, unpacked. */
  | {
      readonly kind: 'member';
      readonly content: StoredContent;
      readonly name: string;
      readonly size: number;
    }
  /** Members of a zip, as a zip of their own. */
  | {
      readonly kind: 'folder';
      readonly content: StoredContent;
      readonly members: readonly { readonly name: string; readonly as: string }[];
    };

/** The whole bytes of a file. */
export type ReadContent = (content: StoredContent) => Promise<Buffer>;

/** One member of a `files-archive`. */
export interface ArchiveFile {
  readonly key: string;
  readonly content: StoredContent;
}

/** A response, and the rows to be on disk before it is sent. */
export interface Outcome {
  readonly response: Response;
  readonly changes?: readonly Change[];
}

export function json(
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): Response {
  return {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: { kind: 'text', text: `${JSON.stringify(value)}\n` },
  };
}

export function text(status: number, type: string, body: string): Response {
  return { status, headers: { 'Content-Type': type }, body: { kind: 'text', text: body } };
}

export function empty(status: number, headers: Record<string, string> = {}): Response {
  return { status, headers };
}

export function redirect(status: 301 | 302, location: string): Response {
  return { status, headers: { Location: location } };
}

/** An outcome that changes nothing. */
export function answer(response: Response): Outcome {
  return { response };
}
