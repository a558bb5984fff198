import {
  forbidden,
  notFound,
  refused,
  unauthorised,
  unexpectedAnswer,
} from '../findings/forge-findings.js';
import { ForgeError } from '../findings/forge-error.js';
import type { ForgeFinding } from '../findings/forge-error.js';
import { nextPage } from '../answers/next-page.js';
import { told } from './forge-fetch.js';
import type { Fetch } from './proxied-fetch.js';

/** A decoded answer of a JSON API. */
export interface JsonAnswer {
  readonly value: unknown;
  /** The request, as messages name it. */
  readonly request: string;
  readonly next: string | null;
}

/**
 * Asks for JSON.
 *
 * @throws ForgeError NZ8202 to NZ8206 by status, NZ8207 where the body is no JSON
 */
export async function askJson(
  fetch: Fetch,
  url: string,
  init: RequestInit & { readonly variable: string | null },
): Promise<JsonAnswer> {
  const { variable, ...rest } = init;
  const answer = await fetch(url, {
    ...rest,
    headers: {
      accept: 'application/json',
      ...(rest.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headersOf(rest.headers),
    },
  });
  const request = told(url, init);
  const text = await answer.text();
  const value = parsed(text);
  if (!answer.ok) {
    throw new ForgeError([refusal(request, answer.status, saidBy(value, text), variable)]);
  }
  if (value === undefined && text.trim() !== '') {
    throw new ForgeError([unexpectedAnswer(request, 'it is no JSON')]);
  }
  return { value, request, next: nextPage(answer.headers.get('link') ?? undefined) };
}

/** The finding for a refusal, by its status. */
export function refusal(
  request: string,
  status: number,
  said: string,
  variable: string | null,
): ForgeFinding {
  if (status === 401) return unauthorised(request, variable);
  if (status === 403) return forbidden(request, said);
  if (status === 404) return notFound(request);
  return refused(request, status, said);
}

/** The forge's own words: `message` (all three), GitHub's `errors`, GitLab's `error`; a proxy's page is cut short. */
export function saidBy(value: unknown, text: string): string {
  if (typeof value !== 'object' || value === null) {
    return (
      text
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 200) || 'nothing'
    );
  }
  const members = Object.entries(value).filter(([key]) =>
    ['message', 'error', 'errors'].includes(key),
  );
  return (
    members.map(([, one]) => (typeof one === 'string' ? one : JSON.stringify(one))).join('; ') ||
    'nothing'
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function headersOf(headers: RequestInit['headers']): Record<string, string> {
  return Object.fromEntries(new Headers(headers));
}
