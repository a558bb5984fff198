// Speed and size of the local Zenodo: `node tools/bench/sandbox.mjs [speed|memory|scale]`.
// speed: depositions a second against a minimal server, and upload rate against a sink that only
// computes md5. memory: peak of the server during one upload of 2 GB. scale: 10,000 records and a
// file of 5 GB, with a restart between. Every figure is printed; a wrong answer ends the run.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { once } from 'node:events';

const loader = ['--conditions=@nx-zenodo/source', '--import', '@swc-node/register/esm-register'];
const megabyte = Buffer.alloc(1 << 20, 'zenodo');
const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
const token = 'local-zenodo-token';

async function serve(store, ...more) {
  const main = 'apps/zenodo-sandbox/src/main.ts';
  const args = ['--store', store, '--port', '0', '--no-rate-limits', ...more];
  const child = spawn(process.execPath, [...loader, main, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [greeting] = await once(child.stdout, 'data');
  const url = /http:\S+/.exec(String(greeting))[0];
  const stop = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { url, pid: child.pid, stop };
}

/** Sends a request; `body` is text, or a number of bytes to be streamed. */
function send(method, url, body, type = 'application/json') {
  return new Promise((done, failed) => {
    const size = typeof body === 'number' ? body : Buffer.byteLength(body ?? '');
    const headers = { Authorization: `Bearer ${token}`, 'Content-Length': size };
    if (body !== undefined) headers['Content-Type'] = type;
    const request = http.request(url, { method, agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      response.on('end', () => done({ status: response.statusCode, text }));
    });
    request.on('error', failed);
    if (typeof body === 'number') stream(request, body).catch(failed);
    else request.end(body);
  });
}

async function stream(request, size) {
  for (let left = size; left > 0; left -= megabyte.length) {
    const chunk = left < megabyte.length ? megabyte.subarray(0, left) : megabyte;
    if (!request.write(chunk)) await once(request, 'drain');
  }
  request.end();
}

const metadata = JSON.stringify({
  metadata: {
    title: 'A record of six files',
    upload_type: 'dataset',
    description: '<p>Measured.</p>',
    creators: [{ name: 'Doe, Jane', affiliation: 'Somewhere' }],
    keywords: ['measure'],
  },
});

async function deposit(api, files, size) {
  const created = await send('POST', `${api}/deposit/depositions`, metadata);
  const { links, id } = JSON.parse(created.text);
  for (let n = 0; n < files; n += 1) {
    const put = await send(
      'PUT',
      `${links.bucket}/file-${n}.bin`,
      size,
      'application/octet-stream',
    );
    assert.equal(put.status, 201, put.text);
  }
  const published = await send('POST', links.publish);
  assert.equal(published.status, 202, published.text);
  return id;
}

async function depositMany(api, count, width, files = 6, size = 8192) {
  let left = count;
  const start = performance.now();
  const worker = async () => {
    while (left-- > 0) await deposit(api, files, size);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return count / ((performance.now() - start) / 1000);
}

/** Answers the same eight requests from nothing: no rules, no disk. The bound that JSON over HTTP sets. */
async function minimalServer() {
  const server = http.createServer((request, response) => {
    const hash = createHash('md5');
    let text = '';
    request.on('data', (chunk) => {
      hash.update(chunk);
      if (request.method === 'POST') text += chunk;
    });
    request.on('end', () => {
      const body = text === '' ? {} : JSON.parse(text);
      const base = `http://${request.headers.host}`;
      const links = { bucket: `${base}/api/files/1`, publish: `${base}/publish` };
      const status = request.method === 'PUT' ? 201 : request.url === '/publish' ? 202 : 201;
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ ...body, id: 1, links, checksum: hash.digest('hex') }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const say = (text) => process.stdout.write(`${text}\n`);

async function speed(store) {
  await speedOf(store, 'fsync');
  await speedOf(`${store}/without`, 'no fsync', '--no-fsync');
}

async function speedOf(store, name, ...more) {
  const zenodo = await serve(store, ...more);
  // The bound runs in a process of its own as well, or it would share this one's event loop.
  const bound = await boundServer();
  for (const width of [1, 8]) {
    const ours = [];
    const theirs = [];
    await depositMany(`${zenodo.url}/api`, 20, width);
    await depositMany(`${bound.url}/api`, 20, width);
    for (let round = 0; round < 3; round += 1) {
      ours.push(await depositMany(`${zenodo.url}/api`, 60, width));
      theirs.push(await depositMany(`${bound.url}/api`, 60, width));
    }
    const [a, b] = [median(ours), median(theirs)];
    say(
      `${name}, ${width} at once: ${a.toFixed(1)} records/s (${(a * 8).toFixed(0)} requests/s), bound ${b.toFixed(1)} records/s, ratio ${(a / b).toFixed(2)}`,
    );
  }
  const size = 256 << 20;
  const ours = [];
  const theirs = [];
  for (let round = 0; round < 3; round += 1) {
    ours.push(await uploadRate(`${zenodo.url}/api`, size));
    theirs.push(await uploadRate(`${bound.url}/api`, size));
  }
  const [a, b] = [median(ours), median(theirs)];
  say(
    `${name}, plain writing of 256 MB by one process: ${(await diskRate(store, size, more)).toFixed(0)} MB/s`,
  );
  say(
    `${name}, upload of 256 MB: ${a.toFixed(0)} MB/s to disk with md5, sink with md5 ${b.toFixed(0)} MB/s, ratio ${(a / b).toFixed(2)}`,
  );
  bound.stop();
  await zenodo.stop();
}

async function boundServer() {
  const child = spawn(process.execPath, [import.meta.filename, 'bound'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(child.stdout, 'data');
  return { url: String(url).trim(), stop: () => child.kill() };
}

async function uploadRate(api, size) {
  const created = await send('POST', `${api}/deposit/depositions`, metadata);
  const { links } = JSON.parse(created.text);
  const start = performance.now();
  const put = await send('PUT', `${links.bucket}/big.bin`, size, 'application/octet-stream');
  assert.equal(put.status, 201, put.text);
  return size / 1e6 / ((performance.now() - start) / 1000);
}

/** What the disk takes of one process that does nothing but write, synced like an upload. */
async function diskRate(store, size, more) {
  const rates = [];
  for (let round = 0; round < 3; round += 1) {
    const path = join(store, `plain-${round}`);
    const start = performance.now();
    const file = await open(path, 'wx');
    for (let left = size; left > 0; left -= megabyte.length) await file.write(megabyte);
    if (!more.includes('--no-fsync')) await file.sync();
    await file.close();
    rates.push(size / 1e6 / ((performance.now() - start) / 1000));
    await rm(path);
  }
  return median(rates);
}

const peak = (pid) => {
  const line = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line[1]) / 1024;
};

async function memory(store) {
  const zenodo = await serve(store);
  await uploadRate(`${zenodo.url}/api`, 1 << 20);
  const before = peak(zenodo.pid);
  const rate = await uploadRate(`${zenodo.url}/api`, 2 * 1024 ** 3);
  say(
    `upload of 2 GiB: ${rate.toFixed(0)} MB/s, peak ${before.toFixed(0)} MiB before, ${peak(zenodo.pid).toFixed(0)} MiB after`,
  );
  await zenodo.stop();
}

async function scale(store) {
  // The disk is waited for in `speed`; here it would only make the run long.
  let zenodo = await serve(store, '--no-fsync');
  let start = performance.now();
  await depositMany(`${zenodo.url}/api`, 10_000, 8, 1, 100);
  say(
    `10,000 records: ${((performance.now() - start) / 1000).toFixed(0)} s, peak ${peak(zenodo.pid).toFixed(0)} MiB`,
  );
  const created = await send('POST', `${zenodo.url}/api/deposit/depositions`, metadata);
  const { links, id } = JSON.parse(created.text);
  const size = 5_000_000_000;
  start = performance.now();
  const put = await send('PUT', `${links.bucket}/big.bin`, size, 'application/octet-stream');
  const told = JSON.parse(put.text);
  assert.equal(told.size, size);
  say(
    `5 GB uploaded: ${(size / 1e3 / (performance.now() - start)).toFixed(0)} MB/s, peak ${peak(zenodo.pid).toFixed(0)} MiB`,
  );
  await send('POST', links.publish);
  await zenodo.stop();
  start = performance.now();
  zenodo = await serve(store, '--no-fsync');
  say(`started again with 10,001 records: ${((performance.now() - start) / 1000).toFixed(2)} s`);
  for (const path of [
    '/api/records?size=25',
    '/api/records?q=title:six&page=40&size=25',
    `/api/records/${id}`,
  ]) {
    await send('GET', `${zenodo.url}${path}`);
    const times = [];
    for (let n = 0; n < 5; n += 1) {
      start = performance.now();
      const answer = await send('GET', `${zenodo.url}${path}`);
      assert.equal(answer.status, 200);
      times.push(performance.now() - start);
    }
    say(`${path.replace(String(id), 'ID')}: ${median(times).toFixed(1)} ms`);
  }
  const total = JSON.parse((await send('GET', `${zenodo.url}/api/records?size=1`)).text).hits.total;
  assert.equal(total, 10_001);
  start = performance.now();
  const md5 = await download(`${zenodo.url}/api/records/${id}/files/big.bin/content`);
  assert.equal(`md5:${md5}`, told.checksum);
  say(
    `5 GB downloaded and its md5 compared: ${(size / 1e3 / (performance.now() - start)).toFixed(0)} MB/s`,
  );
  await zenodo.stop();
}

function download(url) {
  return new Promise((done, failed) => {
    http.get(url, { agent }, (response) => {
      const hash = createHash('md5');
      response.on('data', (chunk) => hash.update(chunk));
      response.on('end', () => done(hash.digest('hex')));
      response.on('error', failed);
    });
  });
}

const [mode = 'speed'] = process.argv.slice(2);
if (mode === 'bound') {
  say((await minimalServer()).url);
} else {
  const store = await mkdtemp(join(tmpdir(), 'zenodo-bench-'));
  try {
    await { speed, memory, scale }[mode](store);
  } finally {
    agent.destroy();
    await rm(store, { recursive: true, force: true });
  }
}
