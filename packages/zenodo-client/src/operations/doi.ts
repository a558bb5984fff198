import { isLoopback } from '../api-address.js';
import type { Line } from '../request/exchange.js';
import { drain } from '../request/send.js';

/**
 * Where a DOI stands: `resolving` it leads to the record; `pending` it is minted and not registered yet, which
 * takes minutes to hours; `test` it has the prefix of a test service and never resolves at doi.org;
 * `unknown` nobody could be asked.
 */
export type DoiState = 'resolving' | 'pending' | 'test' | 'unknown';

const testPrefixes = ['10.5072/'];
const patienceMs = 20_000;

/**
 * Asks where the DOI leads: doi.org, without the token; for a service on this machine the service itself, so that
 * nothing leaves it. Asked once, without repeats: an answer is good to have, and no release waits for it.
 */
export async function readDoiState(line: Line, doi: string): Promise<DoiState> {
  const isLocal = isLoopback(line.address.origin);
  if (!isLocal && testPrefixes.some((prefix) => doi.startsWith(prefix))) return 'test';
  const resolver = isLocal ? `${line.address.origin}/doi` : 'https://doi.org';
  const path = doi.split('/').map(encodeURIComponent).join('/');
  try {
    const answer = await line.transport.send({
      method: 'HEAD',
      url: `${resolver}/${path}`,
      headers: { 'user-agent': line.userAgent },
      timeoutMs: patienceMs,
    });
    await drain(answer.body);
    if (answer.status >= 300 && answer.status < 400) return 'resolving';
    return answer.status === 404 ? 'pending' : 'unknown';
  } catch {
    return 'unknown';
  }
}
