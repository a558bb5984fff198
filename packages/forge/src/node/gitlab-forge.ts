import {
  decodeGitlabLinks,
  decodeGitlabRelease,
  decodeGitlabReleases,
} from '../answers/gitlab-answers.js';
import type { GitlabAsset } from '../answers/gitlab-answers.js';
import type { AssetSource, Forge, ForgeRelease } from '../forge.js';
import type { ForgeLocation } from '../location/detect-forge.js';
import { digestDownload } from './digest-download.js';
import { forgeFetch, publicFetch } from './forge-fetch.js';
import type { Access } from './forge-fetch.js';
import { jsonApi } from './json-api.js';
import { streamBody } from './stream-body.js';

/** The generic package that holds uploaded files; GitLab's own command line uses the same name. */
const packageName = 'release-assets';

/**
 * Release pages on GitLab. It keeps no files with a release but links, so that a file goes into the generic package
 * registry of the project, and the link leads there (docs.gitlab.com, "Release assets", "Generic packages").
 */
export function gitlabForge(location: ForgeLocation, access: Access): Forge {
  const project = encodeURIComponent(`${location.owner}/${location.name}`);
  const base = `${location.apiUrl}/projects/${project}`;
  const fetch = forgeFetch(access);
  const { ask, askOrNull, pages } = jsonApi(fetch, access.credentials.variable);
  const releaseUrl = (tag: string) => `${base}/releases/${encodeURIComponent(tag)}`;
  const linksUrl = (release: ForgeRelease) => `${releaseUrl(release.tag)}/assets/links`;
  const listAssets = (release: ForgeRelease): Promise<readonly GitlabAsset[]> =>
    pages(`${linksUrl(release)}?per_page=100`, decodeGitlabLinks);
  return {
    kind: 'gitlab',
    nameProblem: gitlabNameProblem,
    async getRelease(tag) {
      const answer = await askOrNull('GET', releaseUrl(tag));
      return answer === null ? null : decodeGitlabRelease(answer.value, answer.request);
    },
    listReleases: () => pages(`${base}/releases?per_page=100`, decodeGitlabReleases),
    async updateDescription(release, description) {
      const answer = await ask('PUT', releaseUrl(release.tag), { description });
      return decodeGitlabRelease(answer.value, answer.request);
    },
    listAssets,
    async uploadAsset(release, source) {
      const url = `${base}/packages/generic/${packageFile(release, source)}`;
      await ask('PUT', url, undefined, streamedFile(source));
      await ask('POST', linksUrl(release), packageLink(url, source));
    },
    async removeAsset(release, asset) {
      await ask('DELETE', `${linksUrl(release)}/${asset.id}`);
    },
    async digestAsset(release, asset) {
      const link = (await listAssets(release)).find(({ id }) => id === asset.id);
      const url = link?.source ?? asset.url;
      return digestDownload(publicFetch(access), url, {}, access.credentials.variable);
    },
  };
}

// docs.gitlab.com, "Generic packages", "Valid package file names".
function gitlabNameProblem(name: string): string | null {
  return /^[A-Za-z0-9._+-]+$/.test(name)
    ? null
    : 'GitLab takes letters, digits and . _ + - in the names of package files';
}

function streamedFile(source: AssetSource): RequestInit {
  const headers = {
    'content-type': 'application/octet-stream',
    'content-length': String(source.size),
  };
  return { headers, ...streamBody(source.open()) };
}

function packageLink(url: string, { name }: AssetSource): object {
  return { name, url, direct_asset_path: `/${name}`, link_type: 'package' };
}

function packageFile(release: ForgeRelease, { name }: AssetSource): string {
  // A package version has no slashes, which tags may have.
  const version = release.tag.replace(/[^\w.+-]/g, '-');
  return `${packageName}/${encodeURIComponent(version)}/${encodeURIComponent(name)}`;
}
