import { unknownForge } from '../findings/forge-findings.js';
import type { ForgeFinding } from '../findings/forge-error.js';
import type { ForgeKind } from '../forge.js';
import { parseRemoteUrl } from './remote-url.js';
import type { RemoteRepository } from './remote-url.js';

/** A repository on a forge, and how its API is reached. */
export interface ForgeLocation {
  readonly kind: ForgeKind;
  /** Base of the API, without a slash at its end. */
  readonly apiUrl: string;
  /** Base of asset uploads where it differs (GitHub). */
  readonly uploadUrl: string;
  readonly owner: string;
  readonly name: string;
  /** Scheme, host and port of the website. */
  readonly origin: string;
}

/** A token and the name of the environment variable it came from, which messages may say. */
export interface ForgeToken {
  readonly value: string;
  readonly variable: string;
  /** How GitLab wants it: a job's token goes into a header of its own. */
  readonly kind: 'personal' | 'job';
}

/** What a remote leads to. */
export type ForgeDetection =
  | { readonly kind: 'found'; readonly location: ForgeLocation; readonly token: ForgeToken | null }
  /** No forge: the release page is skipped with a word. */
  | { readonly kind: 'none'; readonly findings: readonly ForgeFinding[] };

/** What a configuration says of a forge whose host does not tell it. */
export interface ForgeOverride {
  readonly kind?: ForgeKind;
  /** Base of the API: GitHub Enterprise `https://HOST/api/v3`, GitLab `https://HOST/api/v4`, Forgejo `https://HOST/api/v1`. */
  readonly apiUrl?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const variables: Readonly<Record<ForgeKind, readonly string[]>> = {
  github: ['GITHUB_TOKEN', 'GH_TOKEN'],
  gitlab: ['GITLAB_TOKEN', 'CI_JOB_TOKEN'],
  forgejo: ['FORGEJO_TOKEN', 'GITEA_TOKEN'],
};

/**
 * Which forge a remote URL leads to, by what was said, by what the CI of that forge sets for this very host, or by
 * the host's name. The token is the first that its environment variables hold.
 */
export function detectForge(
  remoteUrl: string | null,
  environment: Environment,
  override: ForgeOverride = {},
): ForgeDetection {
  const remote = remoteUrl === null ? null : parseRemoteUrl(remoteUrl);
  if (remote === null) return { kind: 'none', findings: [] };
  const kind = override.kind ?? kindByCi(remote, environment) ?? kindByHost(remote.host);
  if (kind === null) return { kind: 'none', findings: [unknownForge(remote.origin)] };
  const location = locationOf(kind, remote, override.apiUrl ?? ciApiUrl(kind, remote, environment));
  return { kind: 'found', location, token: tokenOf(kind, environment) };
}

// GITEA_ACTIONS and FORGEJO_ACTIONS runners set GITHUB_ACTIONS too, so they are asked first.
function kindByCi(remote: RemoteRepository, environment: Environment): ForgeKind | null {
  const here = (url: string | undefined) => url !== undefined && originOf(url) === remote.origin;
  if (environment['GITLAB_CI'] === 'true' && here(environment['CI_SERVER_URL'])) return 'gitlab';
  if (!here(environment['GITHUB_SERVER_URL'])) return null;
  if (environment['FORGEJO_ACTIONS'] === 'true' || environment['GITEA_ACTIONS'] === 'true') {
    return 'forgejo';
  }
  return environment['GITHUB_ACTIONS'] === 'true' ? 'github' : null;
}

function kindByHost(host: string): ForgeKind | null {
  if (/^github\.com$|(?:^|\.)github\./.test(host)) return 'github';
  if (/^gitlab\.com$|(?:^|\.)gitlab\./.test(host)) return 'gitlab';
  if (/^codeberg\.org$|(?:^|\.)(?:forgejo|gitea)\./.test(host)) return 'forgejo';
  return null;
}

function ciApiUrl(
  kind: ForgeKind,
  remote: RemoteRepository,
  environment: Environment,
): string | undefined {
  const said = kind === 'gitlab' ? environment['CI_API_V4_URL'] : environment['GITHUB_API_URL'];
  const known =
    said !== undefined &&
    (originOf(said) === remote.origin || originOf(said) === `https://api.${remote.host}`);
  return known ? said : undefined;
}

function locationOf(
  kind: ForgeKind,
  remote: RemoteRepository,
  said: string | undefined,
): ForgeLocation {
  const { owner, name, origin } = remote;
  const apiUrl = (said ?? defaultApiUrl(kind, origin)).replace(/\/+$/, '');
  return { kind, apiUrl, uploadUrl: uploadUrl(kind, apiUrl), owner, name, origin };
}

function defaultApiUrl(kind: ForgeKind, origin: string): string {
  if (kind === 'gitlab') return `${origin}/api/v4`;
  if (kind === 'forgejo') return `${origin}/api/v1`;
  // Data residency has its API at api.SUBDOMAIN.ghe.com, Enterprise Server below the website.
  const host = new URL(origin).host;
  return host === 'github.com' || host.endsWith('.ghe.com')
    ? `https://api.${host}`
    : `${origin}/api/v3`;
}

// docs.github.com, "Release assets": uploads.github.com; Enterprise Server takes them at /api/uploads.
function uploadUrl(kind: ForgeKind, apiUrl: string): string {
  if (kind !== 'github') return apiUrl;
  const url = new URL(apiUrl);
  if (/^api\.(?:github\.com|[^.]+\.ghe\.com)$/.test(url.host)) {
    return `${url.protocol}//${url.host.replace(/^api\./, 'uploads.')}`;
  }
  return `${url.origin}${url.pathname.replace(/\/v3$/, '')}/uploads`.replace(
    '//uploads',
    '/uploads',
  );
}

function tokenOf(kind: ForgeKind, environment: Environment): ForgeToken | null {
  const variable = variables[kind].find((name) => (environment[name] ?? '').trim() !== '');
  if (variable === undefined) return null;
  return {
    value: (environment[variable] ?? '').trim(),
    variable,
    kind: variable === 'CI_JOB_TOKEN' ? 'job' : 'personal',
  };
}

function originOf(url: string): string | null {
  try {
    return new URL(url).origin;
  } catch {
    return null;
  }
}
