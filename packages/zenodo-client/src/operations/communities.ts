import { exchange } from '../request/exchange.js';
import type { Line } from '../request/exchange.js';

/** `GET /communities/{slug}`: whether Zenodo knows the community, as far as this token may see it. */
export async function isCommunity(line: Line, slug: string): Promise<boolean> {
  const { value } = await exchange(line, {
    operation: `look for the community ${slug}`,
    method: 'GET',
    url: `${line.address.apiUrl}/communities/${encodeURIComponent(slug)}`,
    repeat: 'safe',
    // 403 for one that may be seen by its members only, 410 for one that was removed.
    success: [200, 403, 404, 410],
    decode: (json) => ({ ok: true, value: isCommunityJson(json) }),
  });
  return value;
}

function isCommunityJson(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'slug' in json;
}
