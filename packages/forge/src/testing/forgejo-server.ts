import { ReleaseStore } from './release-store.js';
import type { StoredAsset, StoredRelease } from './release-store.js';
import { releasesAnswer } from './releases-answer.js';
import { TestServer } from './test-server.js';
import type { SeenRequest, TestAnswer } from './test-server.js';

export const forgejoToken = 'f0rgejosecretsecret';

/** The endpoints of Forgejo and Gitea that releases need, as their /api/swagger documents them. */
export async function startForgejo() {
  const store = new ReleaseStore();
  const server: TestServer = await TestServer.start((request) => answer(store, request));
  return { store, server, close: () => server.close() };
}

const missing: TestAnswer = {
  status: 404,
  json: {
    message: "The target couldn't be found.",
    url: 'https://forge.example/api/swagger',
    errors: [],
  },
};

async function answer(store: ReleaseStore, request: SeenRequest): Promise<TestAnswer> {
  const known = request.headers.authorization === `token ${forgejoToken}`;
  if (request.headers.authorization !== undefined && !known) {
    return { status: 401, json: { message: 'user does not exist [uid: 0, name: ]' } };
  }
  const download = /^\/attachments\/(\d+)$/.exec(request.path)?.[1];
  if (download !== undefined) {
    const asset = store.asset(download);
    return asset === undefined ? missing : { status: 200, text: asset.bytes };
  }
  const rest = /^\/api\/v1\/repos\/ada\/demo\/releases(.*)$/.exec(request.path)?.[1];
  if (rest === undefined) return missing;
  if (request.method !== 'GET' && !known)
    return { status: 401, json: { message: 'token is required' } };
  const page = { name: 'limit', most: 50 };
  const dialect = { known, page, missing, json: releaseJson };
  const found = releasesAnswer(store, rest, request, dialect);
  if (found !== null) return found;
  const [, id = '', assets, assetId] = /^\/(\d+)(\/assets)?(?:\/(\d+))?$/.exec(rest) ?? [];
  const release = store.byId(id);
  if (release === undefined) return missing;
  if (assets !== undefined) return assetsAnswer(store, release, assetId, request);
  if (request.method === 'PATCH') release.body = JSON.parse(request.body.toString()).body;
  return { status: 200, json: releaseJson(release, request.origin) };
}

async function assetsAnswer(
  store: ReleaseStore,
  release: StoredRelease,
  id: string | undefined,
  request: SeenRequest,
): Promise<TestAnswer> {
  if (request.method === 'DELETE' && id !== undefined) {
    return store.removeAsset(id) ? { status: 204 } : missing;
  }
  if (request.method === 'POST') {
    const form = await new Response(new Uint8Array(request.body), {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData();
    const file = form.get('attachment');
    if (file === null || typeof file === 'string')
      return { status: 400, json: { message: 'attachment is missing' } };
    const bytes = Buffer.from(await file.arrayBuffer());
    // A second file of the same name is taken, beside the first.
    const asset = store.addAsset(release, request.query.get('name') ?? file.name, bytes);
    return { status: 201, json: assetJson(asset, request.origin) };
  }
  return { status: 200, json: release.assets.map((asset) => assetJson(asset, request.origin)) };
}

function releaseJson(release: StoredRelease, origin: string) {
  return {
    id: release.id,
    tag_name: release.tag,
    name: release.tag,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    html_url: `${origin}/ada/demo/releases/tag/${release.tag}`,
    assets: release.assets.map((asset) => assetJson(asset, origin)),
  };
}

function assetJson(asset: StoredAsset, origin: string) {
  return {
    id: asset.id,
    name: asset.name,
    size: asset.bytes.byteLength,
    uuid: '00000000-0000-0000-0000-000000000000',
    browser_download_url: `${origin}/attachments/${asset.id}`,
  };
}
