import type { Forge } from '../forge.js';
import { ForgeError } from '../findings/forge-error.js';
import { readableToken } from '../findings/forge-findings.js';
import type { ForgeLocation, ForgeToken } from '../location/detect-forge.js';
import { isLoopback } from '../location/loopback.js';
import { systemClock } from './forge-fetch.js';
import type { Access, Clock, Credentials } from './forge-fetch.js';
import { forgejoForge } from './forgejo-forge.js';
import { githubForge } from './github-forge.js';
import { gitlabForge } from './gitlab-forge.js';
import { proxiedFetch } from './proxied-fetch.js';

/**
 * The release pages of a repository. The token, if any, goes to the API of this location and nowhere else.
 *
 * @throws ForgeError NZ8215 for a token and an address without TLS, except on loopback
 */
export function openForge(
  location: ForgeLocation,
  token: ForgeToken | null,
  clock: Clock = systemClock,
): Forge {
  const origins = [
    ...new Set([location.apiUrl, location.uploadUrl].map((url) => new URL(url).origin)),
  ];
  const open = origins.find((origin) => !origin.startsWith('https:') && !isLoopback(origin));
  if (token !== null && open !== undefined) {
    throw new ForgeError([readableToken(open, token.variable)]);
  }
  const credentials: Credentials = {
    origins,
    header: token === null ? null : tokenHeader(location, token),
    variable: token?.variable ?? null,
  };
  const access: Access = { credentials, wire: proxiedFetch(), clock };
  switch (location.kind) {
    case 'github':
      return githubForge(location, access);
    case 'gitlab':
      return gitlabForge(location, access);
    case 'forgejo':
      return forgejoForge(location, access);
  }
}

function tokenHeader({ kind }: ForgeLocation, token: ForgeToken): readonly [string, string] {
  if (kind === 'github') return ['authorization', `Bearer ${token.value}`];
  if (kind === 'forgejo') return ['authorization', `token ${token.value}`];
  return [token.kind === 'job' ? 'job-token' : 'private-token', token.value];
}
