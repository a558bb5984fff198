// A remote cache on loopback as Nx asks for one ("Build your own caching server", OpenAPI): GET and PUT of
// /v1/cache/{hash} with a bearer token, archives as they come, never overwritten. What it holds lies in a folder, one
// file each, so that a test can look and forge. A test can also ask it to misbehave: PUT /mode.
//   node remote-cache.mjs FOLDER TOKEN     prints its address and listens until it is ended
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [folder, token] = process.argv.slice(2);
let mode = 'sound';

/** What a GET answers when the archive is there, by mode. */
const answers = {
  sound: (archive) => ['application/octet-stream', archive],
  html: () => ['text/html', '<!doctype html><title>Sign in</title>'],
  truncated: (archive) => ['application/octet-stream', archive.subarray(0, archive.length / 2)],
  noise: (archive) => ['application/octet-stream', Buffer.from(archive).fill(0x5a)],
  swapped: (_archive, hash) => ['application/octet-stream', read(another(hash))],
};

const place = (hash) => join(folder, hash);
const read = (hash) => readFileSync(place(hash));
const another = (hash) => readdirSync(folder).find((name) => name !== hash) ?? hash;

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function respond(request) {
  const body = await bodyOf(request);
  if (request.url === '/mode') {
    mode = String(body);
    return [200, 'text/plain', mode];
  }
  if (request.headers.authorization !== `Bearer ${token}`)
    return [401, 'text/plain', 'Missing or invalid authentication token.'];
  const hash = /^\/v1\/cache\/(\w+)$/.exec(request.url)?.[1];
  if (hash === undefined) return [404, 'text/plain', 'Not found'];
  if (request.method === 'PUT') return store(hash, request, body);
  if (!existsSync(place(hash))) return [404, 'text/plain', 'The record was not found'];
  return [200, ...answers[mode](read(hash), hash)];
}

function store(hash, request, body) {
  if (Number(request.headers['content-length']) !== body.length)
    return [400, 'text/plain', 'Content-Length is not the size of the body'];
  if (existsSync(place(hash))) return [409, 'text/plain', 'Cannot override an existing record'];
  writeFileSync(place(hash), body);
  return [200, 'text/plain', ''];
}

const server = createServer((request, response) => {
  respond(request).then(([status, type, body]) => {
    response.writeHead(status, { 'Content-Type': type }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
