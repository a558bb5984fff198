import { refuse } from './refusal.js';

/**
 * Media type of the answer (http contract 0.4): an exact name beats a wildcard whatever its q value,
 * parameters belong to the name, and a header that names nothing we have is refused with 406.
 */
export function negotiate(accept: string | undefined, produces: readonly string[]): string {
  const wanted = (accept ?? '')
    .split(',')
    .map(nameOf)
    .filter((name) => name !== '');
  const exact = wanted.find((name) => produces.includes(name));
  const first = produces[0];
  if (exact !== undefined) return exact;
  if (first !== undefined && (wanted.length === 0 || wanted.includes('*/*'))) return first;
  throw refuse(406, `Invalid 'Accept' header. Expected one of: ${produces.join(', ')}`);
}

// `application/json;q=0.5` names application/json; every other parameter is part of the name.
function nameOf(item: string): string {
  const [name, ...params] = item.split(';').map((part) => part.trim());
  return [name, ...params.filter((param) => !/^q=/i.test(param))].join(';');
}

/** The only type that a stored stream may be sent as. */
export const octetStream = 'application/octet-stream';

/** Content types are compared as whole strings: a charset parameter is refused, as Zenodo does. */
export function checkContentType(type: string | undefined, expected: readonly string[]): void {
  if (type === undefined || type === '' || expected.includes(type)) return;
  throw refuse(415, `Invalid 'Content-Type' header. Expected one of: ${expected.join(', ')}`);
}

/** Text of a JSON body to its value; an empty body is no value at all. */
export function parseJsonBody(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw refuse(400, 'Unable to decode JSON data in request body.');
  }
}
