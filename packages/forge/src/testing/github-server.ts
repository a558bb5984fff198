import { ReleaseStore, sha256 } from './release-store.js';
import type { StoredAsset, StoredRelease } from './release-store.js';
import { releasesAnswer } from './releases-answer.js';
import { TestServer, pageOf } from './test-server.js';
import type { SeenRequest, TestAnswer } from './test-server.js';

export const githubToken = 'ghs_secretsecretsecret';

/**
 * The endpoints of GitHub Enterprise Server that releases need, as docs.github.com documents them ("Releases",
 * "Release assets"): uploads below /api/uploads, downloads redirected to a storage host of their own.
 */
export async function startGithub() {
  const store = new ReleaseStore();
  const storage = await TestServer.start(({ path }) => {
    const asset = store.asset(path.slice(1));
    return asset === undefined ? { status: 404 } : { status: 200, text: asset.bytes };
  });
  const server: TestServer = await TestServer.start((request) =>
    answer(store, request, storage.origin),
  );
  const close = async () => {
    await server.close();
    await storage.close();
  };
  return { store, server, storage, close };
}

function answer(store: ReleaseStore, request: SeenRequest, storage: string): TestAnswer {
  if (request.headers['user-agent'] === undefined) return { status: 403, text: 'no User-Agent' };
  const known = request.headers.authorization === `Bearer ${githubToken}`;
  if (request.headers.authorization !== undefined && !known) {
    return { status: 401, json: { message: 'Bad credentials' } };
  }
  const upload = /^\/api\/uploads\/repos\/ada\/demo\/releases\/(\d+)\/assets$/.exec(request.path);
  if (upload !== null && request.method === 'POST')
    return known ? uploaded(store, upload[1]!, request) : missing;
  const rest = /^\/api\/v3\/repos\/ada\/demo\/releases(.*)$/.exec(request.path)?.[1];
  if (rest === undefined) return missing;
  const page = { name: 'per_page', most: 100 };
  const dialect = { known, page, missing, json: releaseJson };
  const found = releasesAnswer(store, rest, request, dialect);
  if (found !== null) return found;
  const asset = /^\/assets\/(\d+)$/.exec(rest)?.[1];
  if (asset !== undefined) {
    if (request.method === 'DELETE') return known ? removed(store, asset) : missing;
    return assetAnswer(store, asset, request, storage);
  }
  const [, id = '', assets] = /^\/(\d+)(\/assets)?$/.exec(rest) ?? [];
  const release = store.byId(id);
  if (release === undefined) return missing;
  if (assets !== undefined) {
    const { items, headers } = pageOf(release.assets, request, page);
    return { status: 200, json: items.map((one) => assetJson(one)), headers };
  }
  if (request.method === 'PATCH') {
    if (!known) return missing;
    release.body = JSON.parse(request.body.toString()).body;
  }
  return { status: 200, json: releaseJson(release, request.origin) };
}

const missing: TestAnswer = { status: 404, json: { message: 'Not Found' } };

function removed(store: ReleaseStore, id: string): TestAnswer {
  return store.removeAsset(id) ? { status: 204 } : missing;
}

function assetAnswer(
  store: ReleaseStore,
  id: string,
  request: SeenRequest,
  storage: string,
): TestAnswer {
  const asset = store.asset(id);
  if (asset === undefined) return missing;
  if (request.headers.accept !== 'application/octet-stream')
    return { status: 200, json: assetJson(asset) };
  return { status: 302, headers: { location: `${storage}/${id}` } };
}

function uploaded(store: ReleaseStore, id: string, request: SeenRequest): TestAnswer {
  const release = store.byId(id);
  const name = request.query.get('name');
  if (release === undefined || name === null) return missing;
  if (request.headers['content-length'] === undefined)
    return { status: 411, text: 'Length Required' };
  if (release.assets.some((asset) => asset.name === name)) {
    const errors = [{ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' }];
    return { status: 422, json: { message: 'Validation Failed', errors } };
  }
  return { status: 201, json: assetJson(store.addAsset(release, name, request.body)) };
}

function releaseJson(release: StoredRelease, origin: string) {
  return {
    id: release.id,
    tag_name: release.tag,
    name: release.tag,
    body: release.body === '' ? null : release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    html_url: `${origin}/ada/demo/releases/tag/${release.tag}`,
    upload_url: `${origin}/api/uploads/repos/ada/demo/releases/${release.id}/assets{?name,label}`,
  };
}

function assetJson(asset: StoredAsset) {
  return {
    id: asset.id,
    name: asset.name,
    state: asset.starter ? 'starter' : 'uploaded',
    size: asset.bytes.byteLength,
    digest: asset.starter ? null : `sha256:${sha256(asset.bytes)}`,
    browser_download_url: `https://github.example/ada/demo/releases/download/x/${asset.name}`,
  };
}
