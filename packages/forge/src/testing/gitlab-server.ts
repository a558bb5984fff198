import { ReleaseStore } from './release-store.js';
import type { StoredRelease } from './release-store.js';
import { TestServer, pageOf } from './test-server.js';
import type { SeenRequest, TestAnswer } from './test-server.js';

export const gitlabToken = 'glpat-secretsecret';

/**
 * The endpoints of GitLab that releases need, as docs.gitlab.com documents them ("Releases API", "Release links
 * API", "Generic packages repository").
 */
export async function startGitlab() {
  const store = new ReleaseStore();
  // A file that is published again under its name stands beside the first; the newest is served.
  const files = new Map<string, Buffer[]>();
  const links = new Map<number, string>();
  const server: TestServer = await TestServer.start((request) =>
    answer({ store, files, links }, request),
  );
  return { store, files, server, close: () => server.close() };
}

interface State {
  readonly store: ReleaseStore;
  readonly files: Map<string, Buffer[]>;
  readonly links: Map<number, string>;
}

function answer(state: State, request: SeenRequest): TestAnswer {
  const token = request.headers['private-token'] ?? request.headers['job-token'];
  if (token !== undefined && token !== gitlabToken)
    return { status: 401, json: { message: '401 Unauthorized' } };
  const rest = /^\/api\/v4\/projects\/group%2Fsub%2Fdemo(\/.*)$/.exec(request.path)?.[1];
  if (rest === undefined) return { status: 404, json: { message: '404 Project Not Found' } };
  const file = /^\/packages\/generic\/([^/]+\/[^/]+\/[^/]+)$/.exec(rest)?.[1];
  if (file !== undefined) {
    if (token === undefined) return { status: 401, json: { message: '401 Unauthorized' } };
    return packageAnswer(state, file, request);
  }
  const [, encodedTag, part, linkId] =
    /^\/releases(?:\/([^/]+)(?:\/(assets\/links)(?:\/(\d+))?)?)?$/.exec(rest) ?? [];
  const page = { name: 'per_page', most: 100 };
  if (encodedTag === undefined) {
    const { items, headers } = pageOf(state.store.releases, request, page);
    return { status: 200, json: items.map((one) => releaseJson(one, request.origin)), headers };
  }
  const release = state.store.byTag(decodeURIComponent(encodedTag));
  if (release === undefined) return { status: 404, json: { message: '404 Not Found' } };
  const writes = request.method !== 'GET';
  if (writes && token === undefined) return { status: 403, json: { message: '403 Forbidden' } };
  if (part !== undefined) return linksAnswer(state, release, linkId, request);
  if (request.method === 'PUT') release.body = JSON.parse(request.body.toString()).description;
  return { status: 200, json: releaseJson(release, request.origin) };
}

function packageAnswer(state: State, file: string, request: SeenRequest): TestAnswer {
  const versions = state.files.get(file) ?? [];
  if (request.method === 'PUT') {
    state.files.set(file, [...versions, request.body]);
    return { status: 201, json: { message: '201 Created' } };
  }
  const newest = versions.at(-1);
  return newest === undefined
    ? { status: 404, json: { message: '404 Not Found' } }
    : { status: 200, text: newest };
}

function linksAnswer(
  { store, links }: State,
  release: StoredRelease,
  id: string | undefined,
  request: SeenRequest,
): TestAnswer {
  const json = (one: { id: number; name: string }) => ({
    id: one.id,
    name: one.name,
    url: links.get(one.id),
    direct_asset_url: `${request.origin}/group/sub/demo/-/releases/${release.tag}/downloads/${one.name}`,
    link_type: 'package',
  });
  if (request.method === 'DELETE' && id !== undefined) {
    return store.removeAsset(id)
      ? { status: 200, json: { id } }
      : { status: 404, json: { message: '404 Not Found' } };
  }
  if (request.method === 'POST') {
    const { name, url } = JSON.parse(request.body.toString());
    if (release.assets.some((asset) => asset.name === name)) {
      return { status: 400, json: { message: { name: ['has already been taken'] } } };
    }
    const link = store.addAsset(release, name, Buffer.alloc(0));
    links.set(link.id, url);
    return { status: 201, json: json(link) };
  }
  const { items, headers } = pageOf(release.assets, request, {
    name: 'per_page',
    most: 100,
  });
  return { status: 200, json: items.map(json), headers };
}

function releaseJson(release: StoredRelease, origin: string) {
  return {
    tag_name: release.tag,
    name: release.tag,
    description: release.body === '' ? null : release.body,
    upcoming_release: false,
    _links: { self: `${origin}/group/sub/demo/-/releases/${release.tag}` },
    assets: { count: release.assets.length, sources: [], links: [] },
  };
}
