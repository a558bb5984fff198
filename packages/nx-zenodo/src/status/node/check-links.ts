import { proxiedFetch } from '@nx-zenodo/forge';
import type { Fetch } from '@nx-zenodo/forge';

/** What came of asking for one address. */
export type LinkState = 'answers' | 'broken' | 'unreachable';

const patienceMs = 15_000;
const atOnce = 4;

/**
 * Asks for each address, a few at a time. Everything but 404 and 410 is an answer: a server that wants a sign-in or
 * refuses robots is there. Without an answer nothing is known of the page.
 */
export async function checkLinks(
  links: readonly string[],
): Promise<ReadonlyMap<string, LinkState>> {
  const states = new Map<string, LinkState>();
  const waiting = [...links];
  const fetch = proxiedFetch();
  const asked = Array.from({ length: atOnce }, async () => {
    for (let link = waiting.shift(); link !== undefined; link = waiting.shift()) {
      states.set(link, await ask(fetch, link));
    }
  });
  await Promise.all(asked);
  return states;
}

// Some servers answer HEAD with 404 or 405 for a page that they serve.
async function ask(fetch: Fetch, link: string): Promise<LinkState> {
  try {
    const head = await fetch(link, { method: 'HEAD', signal: AbortSignal.timeout(patienceMs) });
    if (head.status < 400) return 'answers';
    const got = await fetch(link, { signal: AbortSignal.timeout(patienceMs) });
    await got.body?.cancel();
    return got.status === 404 || got.status === 410 ? 'broken' : 'answers';
  } catch {
    return 'unreachable';
  }
}
