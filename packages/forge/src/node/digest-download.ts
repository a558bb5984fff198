import type { AssetDigest } from '../forge.js';
import { ForgeError } from '../findings/forge-error.js';
import { unreachable } from '../findings/forge-findings.js';
import { digestPieces } from './digest-pieces.js';
import { told } from './forge-fetch.js';
import type { Fetch } from './proxied-fetch.js';
import { refusal, saidBy } from './forge-request.js';

/** Downloads without keeping anything, and digests on the way. */
export async function digestDownload(
  fetch: Fetch,
  url: string,
  headers: Readonly<Record<string, string>>,
  variable: string | null,
): Promise<AssetDigest> {
  const answer = await fetch(url, { headers: { ...headers } });
  const request = told(url, {});
  if (!answer.ok || answer.body === null) {
    const said = saidBy(undefined, await answer.text());
    throw new ForgeError([refusal(request, answer.status, said, variable)]);
  }
  try {
    return await digestPieces(answer.body);
  } catch (cause) {
    throw new ForgeError([unreachable(request, 'the download broke off')], { cause });
  }
}
