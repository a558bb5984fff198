import { isCodedError } from '@nx-zenodo/findings';
import { askJson } from './forge-request.js';
import type { JsonAnswer } from './forge-request.js';
import type { Fetch } from './proxied-fetch.js';

type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';

/** A JSON API in which lists are paged by Link headers. */
export interface JsonApi {
  ask(method: Method, url: string, json?: object, init?: RequestInit): Promise<JsonAnswer>;
  /** Null for a 404. */
  askOrNull(method: Method, url: string): Promise<JsonAnswer | null>;
  /** All pages of a list. */
  pages<T>(
    url: string,
    read: (value: unknown, request: string) => readonly T[],
  ): Promise<readonly T[]>;
}

/** The API that `fetch` reaches; `variable` is the one of the token, for messages. */
export function jsonApi(fetch: Fetch, variable: string | null): JsonApi {
  const ask: JsonApi['ask'] = (method, url, json, init = {}) =>
    askJson(fetch, url, {
      method,
      variable,
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...init,
    });
  return {
    ask,
    async askOrNull(method, url) {
      try {
        return await ask(method, url);
      } catch (error) {
        if (isCodedError(error) && error.code === 'NZ8204') return null;
        throw error;
      }
    },
    async pages(url, read) {
      const all = [];
      for (let at: string | null = url; at !== null;) {
        const answer: JsonAnswer = await ask('GET', at);
        all.push(...read(answer.value, answer.request));
        at = answer.next;
      }
      return all;
    },
  };
}
