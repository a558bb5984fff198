/** What a token may do, as Zenodo declares it: upload and edit, or publish. */
export type Scope = 'deposit:write' | 'deposit:actions' | 'user:email';

export interface Token {
  readonly token: string;
  readonly scopes: readonly Scope[];
}

/** Somebody who deposits here. */
export interface Account {
  readonly id: number;
  readonly email: string;
  readonly tokens: readonly Token[];
  /** May do everything to every record. */
  readonly superuser?: boolean;
  /** Slugs of the communities whose inclusion requests this account accepts by itself. */
  readonly communities?: readonly string[];
}

/** Who sends a request: an account with the scopes of its token, or nobody. */
export interface Actor {
  readonly account?: Account;
  readonly scopes: readonly Scope[];
  /** Token of a secret link (`?token=…`), whoever sends it. */
  readonly link?: string;
}

/** The well-known token of a local Zenodo: a convenience on loopback, never a secret. */
export const LOCAL_TOKEN = 'local-zenodo-token';

/** The account every local Zenodo starts with. */
export const localAccount: Account = {
  id: 1,
  email: 'depositor@localhost',
  tokens: [{ token: LOCAL_TOKEN, scopes: ['deposit:write', 'deposit:actions', 'user:email'] }],
};
