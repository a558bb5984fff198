import type { Account, Actor } from '../model/account.js';
import type { StoredContent } from '../model/file-entry.js';
import type { Cite } from '../export/cite.js';
import type { World } from '../model/world.js';

/** The head of a request, before any of its body was read. */
export interface RequestHead {
  readonly method: string;
  /** Still percent-encoded, without the query. */
  readonly path: string;
  /** Still percent-encoded, without the `?`. */
  readonly query: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** `http://host:port` as the client addressed the server. */
  readonly origin: string;
}

/** The world at the moment a route runs, and what it needs from outside. */
export interface Context {
  readonly world: World;
  readonly now: Date;
  /** A fresh UUID with each call. */
  readonly uuid: () => string;
  readonly accounts: readonly Account[];
  /** Slugs of all communities, whoever curates them. */
  readonly communities: readonly string[];
  /** DOI prefix of this installation, such as 10.5072. */
  readonly prefix: string;
  /** True when only this machine is answered: its drafts are shown on pages without a token. */
  readonly isPrivate?: boolean;
  /** Writes citations; there for routes that need it. */
  readonly cite?: Cite;
  /** Seconds by which the search index is behind, by order of a fault. */
  readonly indexDelay?: number;
  /** Seconds after publication in which a DOI does not resolve, by order of a fault. */
  readonly doiDelay?: number;
}

/** A request whose route was found and whose body was read. */
export interface Call extends RequestHead {
  readonly params: Readonly<Record<string, string>>;
  readonly search: URLSearchParams;
  readonly actor: Actor;
  /** Media type that was negotiated, for routes that do. */
  readonly accept?: string;
  /** Parsed JSON of routes that take JSON. */
  readonly json?: unknown;
  /** Stored bytes of routes that take a stream or a form with a file. */
  readonly upload?: Upload;
}

/** A body that already lies on disk; it is thrown away again when no row lists it. */
export interface Upload {
  readonly content: StoredContent;
  /** Of a multipart form: the field `name`, and the file name of the part. */
  readonly name?: string | undefined;
  readonly filename?: string | undefined;
}
