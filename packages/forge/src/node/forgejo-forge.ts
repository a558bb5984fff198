import { randomUUID } from 'node:crypto';
import {
  decodeForgejoAssets,
  decodeForgejoRelease,
  decodeForgejoReleases,
} from '../answers/forgejo-answers.js';
import type { AssetSource, Forge } from '../forge.js';
import type { ForgeLocation } from '../location/detect-forge.js';
import { digestDownload } from './digest-download.js';
import { forgeFetch, publicFetch } from './forge-fetch.js';
import type { Access } from './forge-fetch.js';
import { jsonApi } from './json-api.js';
import { streamBody } from './stream-body.js';

/** Release pages on Forgejo (Codeberg) and Gitea, whose API of releases is the same. */
export function forgejoForge(location: ForgeLocation, access: Access): Forge {
  const repository = `${encodeURIComponent(location.owner)}/${encodeURIComponent(location.name)}`;
  const base = `${location.apiUrl}/repos/${repository}/releases`;
  const fetch = forgeFetch(access);
  const { ask, askOrNull, pages } = jsonApi(fetch, access.credentials.variable);
  const listReleases = () => pages(`${base}?limit=50`, decodeForgejoReleases);

  return {
    kind: 'forgejo',
    nameProblem: (name) => (/[/\\]/.test(name) ? 'it has slashes' : null),
    async getRelease(tag) {
      const answer = await askOrNull('GET', `${base}/tags/${encodeURIComponent(tag)}`);
      if (answer !== null) return decodeForgejoRelease(answer.value, answer.request);
      // A draft has no tag yet; those who may write see it in the list.
      const releases =
        (await askOrNull('GET', `${base}?limit=1`)) === null ? [] : await listReleases();
      return releases.find((release) => release.tag === tag) ?? null;
    },
    listReleases,
    async updateDescription(release, description) {
      const answer = await ask('PATCH', `${base}/${release.id}`, { body: description });
      return decodeForgejoRelease(answer.value, answer.request);
    },
    listAssets: (release) => pages(`${base}/${release.id}/assets`, decodeForgejoAssets),
    async uploadAsset(release, source) {
      const url = `${base}/${release.id}/assets?name=${encodeURIComponent(source.name)}`;
      await ask('POST', url, undefined, multipart(source));
    },
    async removeAsset(release, asset) {
      await ask('DELETE', `${base}/${release.id}/assets/${asset.id}`);
    },
    digestAsset: (_, asset) =>
      digestDownload(publicFetch(access), asset.url, {}, access.credentials.variable),
  };
}

/** One file as the field `attachment` of a form (RFC 7578), streamed, its length known beforehand. */
function multipart(source: AssetSource): RequestInit {
  const boundary = `nx-zenodo-${randomUUID()}`;
  const name = source.name.replace(/["\r\n]/g, (sign) => encodeURIComponent(sign));
  const head = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="attachment"; filename="${name}"\r\n` +
      `Content-Type: ${source.mediaType}\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield head;
    yield* source.open();
    yield tail;
  }
  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(head.byteLength + source.size + tail.byteLength),
    },
    ...streamBody(pieces()),
  };
}
