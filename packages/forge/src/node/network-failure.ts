import { proxyAddressCode } from './proxied-fetch.js';

/** Why no answer came. */
export interface NetworkFailure {
  /** A clause of fact, or the code that the system gives the reason. */
  readonly reason: string;
  /** Whether it would fail the next time, too. */
  readonly lasting: boolean;
}

/** Reads what `fetch` threw: it says "fetch failed", and keeps the reason in a cause or in the cause of that. */
export function explainFailure(error: unknown): NetworkFailure {
  const code = text(error, 'code');
  if (code === proxyAddressCode) {
    const reason = `HTTPS_PROXY or HTTP_PROXY is no address of a proxy (${code})`;
    return { reason, lasting: true };
  }
  // undici tells it in words only; nothing went to the forge.
  if (/^Proxy response \(\d+\)/.test(text(error, 'message') ?? '')) {
    return { reason: 'the proxy refused the way to the forge (ERR_PROXY_TUNNEL)', lasting: true };
  }
  const cause = field(error, 'cause');
  if (code !== undefined || cause === undefined) {
    return { reason: code ?? String(error), lasting: false };
  }
  return explainFailure(cause);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function text(value: unknown, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === 'string' ? found : undefined;
}
