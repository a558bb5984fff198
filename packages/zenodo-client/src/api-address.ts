import { zenodoError } from './zenodo-error.js';

/** Where the API is, and where the token may go. */
export interface ApiAddress {
  /** Absolute URL without trailing slash, for example `https://zenodo.org/api`. */
  readonly apiUrl: string;
  /** Scheme, host and port: the token is sent to this origin and to no other. */
  readonly origin: string;
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** True for a service on this machine. */
export function isLoopback(origin: string): boolean {
  return loopback.test(new URL(origin).hostname);
}

/**
 * Checks the URL of the API. Plain http is for loopback only: elsewhere the token would travel readable.
 *
 * @throws ZenodoError NZ5005
 */
export function parseApiUrl(text: string): ApiAddress {
  const refuse = (why: string) =>
    zenodoError(
      'NZ5005',
      { operation: 'read the API URL', effect: 'none' },
      {
        message: `The API URL ${why}.`,
        cure: 'Give an absolute URL such as https://sandbox.zenodo.org/api, without credentials, query or fragment.',
      },
    );
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) throw refuse('is no absolute URL');
  // The URL is not repeated in the message: it may carry a token by mistake.
  if (url.username !== '' || url.password !== '') throw refuse('carries credentials');
  if (url.search !== '' || url.hash !== '') throw refuse('carries a query or fragment');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse('is not http or https');
  if (url.protocol === 'http:' && !loopback.test(url.hostname)) {
    throw refuse(`is plain http on ${url.hostname}; only loopback may do without TLS`);
  }
  return { apiUrl: url.href.replace(/\/+$/, ''), origin: url.origin };
}

/** True when a link leads to the origin that the token belongs to. */
export function isOwnOrigin(address: ApiAddress, link: string): boolean {
  return URL.canParse(link) && new URL(link).origin === address.origin;
}

/**
 * Refuses a link that leads elsewhere before anything is sent along it.
 *
 * @throws ZenodoError NZ5004
 */
export function assertOwnOrigin(address: ApiAddress, link: string, operation: string): void {
  if (isOwnOrigin(address, link)) return;
  const target = URL.canParse(link) ? new URL(link).origin : 'something that is no URL';
  throw zenodoError(
    'NZ5004',
    { operation, effect: 'none' },
    {
      message: `Could not ${operation}: the link leads to ${target}, not to ${address.origin}. Nothing was sent along it.`,
      cure: 'Check the configured API URL; if it is right, report the answer to the operator of that service.',
    },
  );
}
