import type { Actor } from '../model/account.js';
import type { RequestHead } from '../http/call.js';
import { refuse } from '../http/refusal.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/**
 * The check of cookie sessions that clients with a cookie jar run into when their token is bad: a
 * valid token is exempt, and so is a request without any cookie (contract 0.2).
 */
export function checkCsrf(head: RequestHead, actor: Actor): void {
  const cookies = head.headers['cookie'];
  if (safe.has(head.method) || actor.account !== undefined || cookies === undefined) return;
  const cookie = csrfCookie(cookies);
  if (cookie === undefined) throw refuse(400, 'CSRF cookie not set.');
  if (head.headers['x-csrftoken'] !== cookie) {
    throw refuse(400, 'CSRF token missing or incorrect.');
  }
}

/** The cookie that such a client is given, when it has none. */
export function csrfHeader(head: RequestHead, token: string): Record<string, string> {
  if (safe.has(head.method) || csrfCookie(head.headers['cookie'] ?? '') !== undefined) return {};
  return { 'Set-Cookie': `csrftoken=${token}; Path=/; SameSite=Lax` };
}

function csrfCookie(cookies: string): string | undefined {
  return /(?:^|;\s*)csrftoken=([^;\s]+)/.exec(cookies)?.[1];
}
