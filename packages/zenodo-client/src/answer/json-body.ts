import type { Headers } from '../request/rate-limit.js';

/** The body of an answer: JSON, nothing, or something that is neither (an HTML page of a proxy). */
export type JsonBody =
  | { readonly kind: 'json'; readonly json: unknown }
  | { readonly kind: 'empty' }
  | { readonly kind: 'foreign'; readonly contentType: string };

/** Reads a body by its Content-Type: only what says it is JSON, and parses, is. */
export function parseJsonBody(headers: Headers, text: string): JsonBody {
  if (text === '') return { kind: 'empty' };
  const contentType = headers['content-type'] ?? 'no content type';
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(contentType)) {
    return { kind: 'foreign', contentType };
  }
  try {
    return { kind: 'json', json: JSON.parse(text) };
  } catch {
    return { kind: 'foreign', contentType: `${contentType} that does not parse` };
  }
}
