// A small npm registry on loopback: takes what is published to it and hands it out; every other package is asked of
// the registry that npm is configured with, by redirect. Its state is the memory of this process.
// https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const largestBody = 64 * 1024 * 1024;

/** Starts a registry. `upstream` is a URL that ends with a slash; answers with its own, which does so too. */
export async function startRegistry(upstream) {
  const shelf = { packuments: new Map(), tarballs: new Map() };
  const server = createServer((request, response) => {
    answer(request, shelf, upstream)
      .catch((error) => ({ status: error.status ?? 500, json: { error: error.message } }))
      .then(({ status, headers = {}, json, body }) => {
        const type = json === undefined ? 'application/octet-stream' : 'application/json';
        response.writeHead(status, { 'content-type': type, ...headers });
        response.end(json === undefined ? body : JSON.stringify(json));
      });
  });
  await new Promise((done, failed) => {
    server.once('error', failed).listen(0, '127.0.0.1', done);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    names: () => [...shelf.packuments.keys()],
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

async function answer(request, shelf, upstream) {
  const base = `http://${request.headers.host}/`;
  const path = decodeURIComponent(new URL(request.url, base).pathname).slice(1);
  if (request.method === 'PUT') {
    // npm asks for a login before it publishes; whose token it is, is all the same on loopback.
    if (!/^Bearer \S+/.test(request.headers.authorization ?? '')) throw refused(401, 'no token');
    return publish(path, JSON.parse(await bodyOf(request)), shelf, base);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') throw refused(404, 'not served here');
  const tarball = shelf.tarballs.get(path);
  if (tarball !== undefined) return { status: 200, body: tarball };
  const packument = shelf.packuments.get(path);
  if (packument !== undefined) return { status: 200, json: packument };
  // A package of ours that was not published must not be found elsewhere under our name.
  if (/^(@nx-zenodo\/|nx-zenodo(\/|$))/.test(path)) throw refused(404, `${path} is not published`);
  return { status: 302, headers: { location: upstream + request.url.slice(1) }, body: '' };
}

function publish(name, document, { packuments, tarballs }, base) {
  const standing = packuments.get(name);
  const versions = Object.entries(document.versions ?? {});
  const [attachment] = Object.values(document._attachments ?? {});
  if (document.name !== name || versions.length !== 1 || attachment === undefined) {
    throw refused(400, 'a publication is one version and its tarball');
  }
  const [[version, manifest]] = versions;
  if (standing?.versions[version] !== undefined) {
    throw refused(403, `${name}@${version} is published already`);
  }
  const bytes = Buffer.from(attachment.data, 'base64');
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (manifest.dist?.integrity !== integrity) throw refused(400, 'the tarball is another one');
  const path = `${name}/-/${name.split('/').at(-1)}-${version}.tgz`;
  tarballs.set(path, bytes);
  const dist = { ...manifest.dist, tarball: base + path };
  packuments.set(name, {
    ...{ _id: name, name },
    'dist-tags': { ...standing?.['dist-tags'], ...document['dist-tags'] },
    versions: { ...standing?.versions, [version]: { ...manifest, dist } },
    time: { ...standing?.time, [version]: new Date().toISOString() },
  });
  return { status: 201, json: { ok: true } };
}

async function bodyOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largestBody) throw refused(413, 'too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function refused(status, message) {
  return Object.assign(new Error(message), { status });
}
