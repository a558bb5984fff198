import { isLoopback } from '../location/loopback.js';

/** `fetch` with a URL as text. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** The code of the error where HTTPS_PROXY or HTTP_PROXY is no address of a proxy. */
export const proxyAddressCode = 'ERR_PROXY_ADDRESS';

const variables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

/**
 * `fetch` through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name (small letters win), as zenodo-client goes:
 * https is tunnelled, so that the proxy sees no token, and what is on this machine is asked directly. undici is loaded
 * only where a proxy is named.
 */
export function proxiedFetch(): Fetch {
  let proxied: Promise<Fetch> | undefined;
  return async (url, init = {}) => {
    if (isLoopback(url) || !variables.some((name) => process.env[name])) return fetch(url, init);
    proxied ??= fetchThroughProxy();
    return (await proxied)(url, init);
  };
}

async function fetchThroughProxy(): Promise<Fetch> {
  // Agent and `fetch` of one library: that of Node may be older, and speak to agents in another way.
  const undici = await import('undici');
  try {
    const dispatcher = new undici.EnvHttpProxyAgent();
    // The types of undici and of Node say the same in words that the compiler takes for different ones.
    const send = undici.fetch as unknown as (url: string, init: object) => Promise<Response>;
    return (url, init) => send(url, { ...init, dispatcher });
  } catch (cause) {
    throw Object.assign(new Error('No proxy.', { cause }), { code: proxyAddressCode });
  }
}
