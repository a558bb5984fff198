import type { Outcome } from './repeat.js';

/** How a request failed before an answer came. */
export interface Breakage {
  readonly outcome: Extract<Outcome, { kind: 'unreachable' | 'broken' }>;
  /** One clause of fact, for example `the connection was refused (ECONNREFUSED)`. */
  readonly reason: string;
}

// Error codes of Node, OpenSSL and undici, and of this package for proxies. In the first two tables the connection was never made.
const passing: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  EAI_AGAIN: 'the name could not be looked up just now',
  EHOSTUNREACH: 'there is no way to the host',
  ENETUNREACH: 'there is no way to the network',
  UND_ERR_CONNECT_TIMEOUT: 'no connection was made in time',
};
const lasting: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host name does not exist',
  CERT_HAS_EXPIRED: 'the TLS certificate has expired',
  CERT_NOT_YET_VALID: 'the TLS certificate is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the TLS certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'the TLS certificate chain is self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the TLS certificate could not be verified',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the TLS certificate has an unknown issuer',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the TLS certificate belongs to another host',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the host does not speak TLS there',
  EPROTO: 'the TLS handshake failed',
  ERR_PROXY_TUNNEL: 'the proxy refused the way to the host',
  ERR_PROXY_ADDRESS: 'HTTPS_PROXY or HTTP_PROXY is no address of a proxy',
};
const afterwards: Readonly<Record<string, string>> = {
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed while sending',
  ETIMEDOUT: 'the connection timed out',
  UND_ERR_SOCKET: 'the connection was closed by the other side',
  UND_ERR_HEADERS_TIMEOUT: 'no answer came in time',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped half-way',
  UND_ERR_ABORTED: 'the request was cut off',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'the answer is too long',
};

/** Names what broke; undefined for anything that is no failure of the network. */
export function explainBreakage(thrown: unknown): Breakage | undefined {
  const code = networkCode(thrown);
  if (code === undefined) return undefined;
  const early = passing[code];
  if (early !== undefined) {
    return { outcome: { kind: 'unreachable', lasting: false }, reason: `${early} (${code})` };
  }
  const never = lasting[code];
  if (never !== undefined) {
    return { outcome: { kind: 'unreachable', lasting: true }, reason: `${never} (${code})` };
  }
  const late =
    afterwards[code] ?? (/^(?:UND_ERR_|HPE_)/.test(code) ? 'the exchange broke' : undefined);
  return late === undefined
    ? undefined
    : { outcome: { kind: 'broken' }, reason: `${late} (${code})` };
}

// Told by its shape, not by its class: errors of the runtime may come from another realm.
function networkCode(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  // undici tells it in words only; the request itself was never sent.
  if ('message' in thrown && /^Proxy response \(\d+\)/.test(String(thrown.message))) {
    return 'ERR_PROXY_TUNNEL';
  }
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code;
  // undici leaves the code out where the answer has nothing of HTTP at all.
  if ('name' in thrown && thrown.name === 'HTTPParserError') return 'HPE_NO_HTTP';
  return 'cause' in thrown ? networkCode(thrown.cause) : undefined;
}
