const loopbackName = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d{1,5})?$/i;
const anyName = /^([a-z\d][a-z\d.-]*|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/** True for the addresses that only this machine has. */
export function isLoopback(host: string): boolean {
  return loopbackName.test(host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);
}

/**
 * The origin under which a client addressed the server, from its Host header; `undefined` when the
 * header names somebody else. A server on loopback answers to loopback names only: otherwise any web
 * page could reach it by a host name of its own that resolves to 127.0.0.1 (DNS rebinding).
 */
export function originOf(hostHeader: string | undefined, url: string): string | undefined {
  const own = new URL(url);
  if (hostHeader === undefined) return own.origin;
  const names = isLoopback(own.hostname) ? loopbackName : anyName;
  return names.test(hostHeader) || hostHeader === own.host ? `http://${hostHeader}` : undefined;
}

/**
 * True when a page of another machine sends a request that writes. Browsers say where a page comes
 * from; Zenodo itself lets any page in with a token, but the token of a local Zenodo is known to all.
 */
export function isForeignPage(method: string, origin: string | undefined, url: string): boolean {
  if (origin === undefined || ['GET', 'HEAD'].includes(method)) return false;
  if (!isLoopback(new URL(url).hostname)) return false;
  try {
    return !isLoopback(new URL(origin).hostname);
  } catch {
    return true;
  }
}
