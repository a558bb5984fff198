import { json, type Response } from './response.js';

/** What is wrong with one field, as the resource layer of Zenodo tells it. */
export interface FieldError {
  readonly field: string;
  readonly messages: readonly string[];
}

/**
 * Ends a request with an answer of 4xx or 5xx. It is thrown through the routes as Zenodo's own
 * resource layer does, and never leaves the server.
 */
export class Refusal extends Error {
  readonly response: Response;

  constructor(response: Response) {
    const { body } = response;
    const told = body?.kind === 'text' ? `: ${body.text.trim()}` : '';
    super(`refused with ${response.status}${told}`);
    this.response = response;
  }
}

/** Error of the resource layer: `status` first, then `message` (http contract 0.5). */
export function refuse(
  status: number,
  message: string,
  extra: { readonly errors?: readonly FieldError[]; readonly [key: string]: unknown } = {},
): Refusal {
  return new Refusal(json(status, { status, message, ...extra }));
}

/** Error of the framework below it: keys in alphabetical order. */
export function refuseByFramework(
  status: number,
  message: string,
  headers: Record<string, string> = {},
): Refusal {
  return new Refusal(json(status, { message, status }, headers));
}

export const permissionDenied = (): Refusal => refuse(403, 'Permission denied.');

export const pidUnknown = (): Refusal => refuse(404, 'The persistent identifier does not exist.');

export const pidUnregistered = (): Refusal =>
  refuse(404, 'The persistent identifier is not registered.');

export const notFound = (): Refusal => refuse(404, 'Not found.');

export const noSuchFile = (id: number | string, key: string): Refusal =>
  refuse(404, `Record '${id}' has no file '${key}'.`);

export const noRoute = (): Refusal =>
  refuseByFramework(
    404,
    'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.',
  );

export const wrongMethod = (allowed: readonly string[]): Refusal =>
  refuseByFramework(405, 'The method is not allowed for the requested URL.', {
    Allow: allowed.join(', '),
  });

export const invalid = (errors: readonly FieldError[]): Refusal =>
  refuse(400, 'A validation error occurred.', { errors });

/** The answer of a Zenodo that stumbled; `uuid`, in hexadecimal digits, lets its operators find the trace. */
export function serverError(uuid: string): Response {
  return json(500, {
    error_id: uuid.replaceAll('-', ''),
    message:
      'The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is an error in the application.',
    status: 500,
  });
}
