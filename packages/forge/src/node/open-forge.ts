import type { Forge } from '../forge.js';
import { ForgeError } from '../findings/forge-error.js';
import { readableToken } from '../findings/forge-findings.js';
import type { ForgeLocation, ForgeToken } from '../location/detect-forge.js';
import { systemClock } from './forge-fetch.js';
import type { Clock, Credentials } from './forge-fetch.js';
import { forgejoForge } from './forgejo-forge.js';
import { githubForge } from './github-forge.js';
import { gitlabForge } from './gitlab-forge.js';

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
  const open = origins.find((origin) => !isPrivate(new URL(origin)));
  if (token !== null && open !== undefined) {
    throw new ForgeError([readableToken(open, token.variable)]);
  }
  const credentials: Credentials = {
    origins,
    header: token === null ? null : tokenHeader(location, token),
    variable: token?.variable ?? null,
  };
  switch (location.kind) {
    case 'github':
      return githubForge(location, credentials, clock);
    case 'gitlab':
      return gitlabForge(location, credentials, clock);
    case 'forgejo':
      return forgejoForge(location, credentials, clock);
  }
}

function isPrivate({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

function tokenHeader({ kind }: ForgeLocation, token: ForgeToken): readonly [string, string] {
  if (kind === 'github') return ['authorization', `Bearer ${token.value}`];
  if (kind === 'forgejo') return ['authorization', `token ${token.value}`];
  return [token.kind === 'job' ? 'job-token' : 'private-token', token.value];
}
