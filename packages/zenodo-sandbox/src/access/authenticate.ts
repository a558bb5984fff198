import type { Account, Actor } from '../model/account.js';
import type { RequestHead } from '../http/call.js';

export const anonymous: Actor = { scopes: [] };

/**
 * Who sends a request: `Authorization: Bearer …`, or `access_token` in the query. A token nobody
 * has makes the request anonymous, it is never an error of its own (http contract 0.2).
 */
export function authenticate(head: RequestHead, accounts: readonly Account[]): Actor {
  const search = new URLSearchParams(head.query);
  const link = search.get('token');
  const shared = link === null ? {} : { link };
  const sent = bearerOf(head.headers['authorization']) ?? search.get('access_token');
  for (const account of accounts) {
    const token = account.tokens.find((candidate) => candidate.token === sent);
    if (token !== undefined) return { account, scopes: token.scopes, ...shared };
  }
  return { ...anonymous, ...shared };
}

function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1];
}
