import { request as octokitRequest } from '@octokit/request';
import {
  decodeGithubAssets,
  decodeGithubRelease,
  decodeGithubReleases,
} from '../answers/github-answers.js';
import { nextPage } from '../answers/next-page.js';
import type { AssetSource, Forge } from '../forge.js';
import { ForgeError } from '../findings/forge-error.js';
import type { ForgeLocation } from '../location/detect-forge.js';
import { digestDownload } from './digest-download.js';
import { forgeFetch, publicFetch } from './forge-fetch.js';
import type { Access } from './forge-fetch.js';
import { refusal, saidBy } from './forge-request.js';
import { streamBody } from './stream-body.js';
import * as v from 'valibot';

const mediaType = 'application/vnd.github+json';

/** Release pages on GitHub and GitHub Enterprise, by Octokit's request. */
export function githubForge(location: ForgeLocation, access: Access): Forge {
  const ask = githubRequest(location, access);
  const repository = `${encodeURIComponent(location.owner)}/${encodeURIComponent(location.name)}`;
  const base = `${location.apiUrl}/repos/${repository}/releases`;
  const listReleases = () => allPages(ask, base, decodeGithubReleases);

  return {
    kind: 'github',
    nameProblem: githubNameProblem,
    async getRelease(tag) {
      const url = `${base}/tags/${encodeURIComponent(tag)}`;
      const answer = await ask('GET', url, { absent: true });
      if (answer.status !== 404) return decodeGithubRelease(answer.value, answer.request);
      // A draft is not found by its tag, but those who may write see it in the list.
      return (await listReleases()).find((release) => release.tag === tag) ?? null;
    },
    listReleases,
    async updateDescription(release, description) {
      const json = { body: description };
      const answer = await ask('PATCH', `${base}/${release.id}`, { json });
      return decodeGithubRelease(answer.value, answer.request);
    },
    listAssets: (release) => allPages(ask, `${base}/${release.id}/assets`, decodeGithubAssets),
    async uploadAsset(release, source) {
      await ask('POST', await uploadAddress(ask, `${base}/${release.id}`, source.name), { source });
    },
    async removeAsset(_, asset) {
      await ask('DELETE', `${base}/assets/${asset.id}`);
    },
    async digestAsset(_, asset) {
      const headers = { accept: 'application/octet-stream' };
      const fetch = publicFetch(access);
      return digestDownload(
        fetch,
        `${base}/assets/${asset.id}`,
        headers,
        access.credentials.variable,
      );
    },
  };
}

async function allPages<T>(
  ask: GithubAsk,
  list: string,
  read: (value: unknown, request: string) => readonly T[],
): Promise<readonly T[]> {
  const all: T[] = [];
  for (let url: string | null = `${list}?per_page=100`; url !== null;) {
    const answer: GithubAnswer = await ask('GET', url);
    all.push(...read(answer.value, answer.request));
    url = answer.next;
  }
  return all;
}

// docs.github.com, "Upload a release asset": the address is the release's own `upload_url`.
async function uploadAddress(ask: GithubAsk, releaseUrl: string, name: string): Promise<string> {
  const answer = await ask('GET', releaseUrl);
  const { uploadUrl } = decodeGithubRelease(answer.value, answer.request);
  return `${uploadUrl}?name=${encodeURIComponent(name)}`;
}

// GitHub renames files with other signs, and those that begin or end with a dot ("Upload a release asset").
function githubNameProblem(name: string): string | null {
  if (!/^[\w.+-]+$/.test(name))
    return 'GitHub renames files with other signs than letters, digits and . _ + -';
  return /^\.|\.$/.test(name) ? 'GitHub renames files that begin or end with a dot' : null;
}

interface GithubAnswer {
  readonly status: number;
  readonly value: unknown;
  readonly request: string;
  readonly next: string | null;
}

type GithubAsk = (
  method: 'GET' | 'PATCH' | 'POST' | 'DELETE',
  url: string,
  options?: { readonly json?: object; readonly source?: AssetSource; readonly absent?: boolean },
) => Promise<GithubAnswer>;

const requestError = v.object({
  status: v.number(),
  response: v.object({ data: v.unknown() }),
});

function githubRequest(location: ForgeLocation, access: Access): GithubAsk {
  const fetch = forgeFetch(access);
  const send = octokitRequest.defaults({
    baseUrl: location.apiUrl,
    headers: { accept: mediaType, 'x-github-api-version': '2022-11-28' },
    request: { fetch, log: silent },
  });
  return async (method, url, { json, source, absent = false } = {}) => {
    const request = `${method} ${url.replace(/\?.*$/, '')}`;
    try {
      const answer = await send({
        method,
        url,
        ...(json === undefined ? {} : { data: json }),
        ...(source === undefined
          ? {}
          : {
              data: streamBody(source.open()).body,
              headers: { 'content-type': source.mediaType, 'content-length': source.size },
            }),
      });
      const value: unknown = answer.data;
      return { status: answer.status, value, request, next: nextPage(answer.headers.link) };
    } catch (error) {
      const known = v.safeParse(requestError, error);
      // Octokit wraps what its fetch throws.
      if (!known.success || known.output.response.data === undefined) throw ownError(error);
      const { status, response } = known.output;
      if (status === 404 && absent) return { status, value: null, request, next: null };
      const said = saidBy(response.data, typeof response.data === 'string' ? response.data : '');
      throw new ForgeError([refusal(request, status, said, access.credentials.variable)], {
        cause: error,
      });
    }
  };
}

function ownError(error: unknown): unknown {
  const cause =
    typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
  return cause instanceof ForgeError ? cause : error;
}

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
