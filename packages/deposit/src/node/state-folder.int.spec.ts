import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { homedir, hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DepositEvent } from '../deposit-event.js';
import { openDepositBench } from '../testing/deposit-bench.js';
import type { DepositBench } from '../testing/deposit-bench.js';
import { pause } from './pause.js';
import { defaultStateFolder, openState } from './state-folder.js';

const files = { 'a.txt': 'alpha', 'b.txt': 'beta' };
const key = { origin: 'http://127.0.0.1:1', release: { name: 'sample', version: 'v1' } };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deposit-state-'));
});
afterEach(() => rm(folder, { recursive: true }));

const open = (events: DepositEvent[] = []) =>
  openState(
    folder,
    key,
    async () => undefined,
    (event) => events.push(event),
  );
const lockFile = async () => {
  const name = (await readdir(folder)).find((one) => one.endsWith('.lock'));
  return join(folder, name ?? 'none');
};

describe('the lock of a deposit', () => {
  it('when another run holds it and does not end, the second one stops and names the process', async () => {
    const first = await open();
    const events: DepositEvent[] = [];
    await expect(open(events)).rejects.toMatchObject({ code: 'NZ6017' });
    const waits = events.flatMap((one) => (one.kind === 'waiting' ? one.milliseconds : []));
    expect(waits).toHaveLength(9);
    expect(waits.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(120_000);
    await first.release();
    await (await open()).release();
    expect((await readdir(folder)).filter((name) => name.includes('.lock'))).toEqual([]);
  });

  it('when its process was killed, it is taken over', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const first = await open();
    const path = await lockFile();
    const holder = JSON.parse(await readFile(path, 'utf8'));
    const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8').catch(() => '');
    const began = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    await writeFile(path, JSON.stringify({ ...holder, id: 'x', pid: child.pid, began }));
    await expect(open()).rejects.toMatchObject({ code: 'NZ6017' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    const events: DepositEvent[] = [];
    const second = await open(events);
    expect(events).toEqual([]);
    await first.release();
    expect(await readdir(folder)).toHaveLength(1);
    await second.release();
  });

  it('when its process runs on another machine, it is not taken over', async () => {
    const first = await open();
    const holder = JSON.parse(await readFile(await lockFile(), 'utf8'));
    await writeFile(await lockFile(), JSON.stringify({ ...holder, host: 'elsewhere', pid: 0 }));
    await expect(open()).rejects.toMatchObject({ code: 'NZ6017' });
    await first.release();
  });

  it('when it is half written, it is taken over', async () => {
    await (await open()).release();
    const first = await open();
    await writeFile(await lockFile(), '{"id":');
    await (await open()).release();
    await first.release();
  });

  it('when a run was killed while it took it over, the next one takes it over all the same', async () => {
    const first = await open();
    const path = await lockFile();
    const dead = JSON.stringify({ id: 'x', pid: 0, host: hostname(), began: '' });
    await writeFile(path, dead);
    await writeFile(`${path}.takeover`, dead);
    const second = await open();
    await first.release();
    expect(await readdir(folder)).toEqual([basename(path)]);
    await second.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['nobody holds it', null],
    ['a dead process holds it', { id: 'x', pid: 0, host: hostname(), began: '' }],
  ])('when many runs come at once and %s, one at a time holds it', async (_, dead) => {
    await (await open()).release();
    const stale = await open();
    if (dead === null) await stale.release();
    else await writeFile(await lockFile(), JSON.stringify(dead));
    let holders = 0;
    let most = 0;
    const work = async () => {
      const state = await openState(
        folder,
        key,
        () => pause(5),
        () => undefined,
      );
      most = Math.max(most, (holders += 1));
      await pause(1);
      holders -= 1;
      await state.release();
    };
    await Promise.all(Array.from({ length: 6 }, work));
    expect(most).toBe(1);
  });
});

describe('the folder of the state', () => {
  const before = process.env['XDG_STATE_HOME'];
  afterEach(() => {
    if (before === undefined) delete process.env['XDG_STATE_HOME'];
    else process.env['XDG_STATE_HOME'] = before;
  });

  it('when the user has one for state, it is below that; else below the home folder', () => {
    process.env['XDG_STATE_HOME'] = folder;
    expect(defaultStateFolder()).toBe(join(folder, 'nx-zenodo', 'deposits'));
    delete process.env['XDG_STATE_HOME'];
    const usual = join(homedir(), '.local', 'state', 'nx-zenodo', 'deposits');
    expect(defaultStateFolder()).toBe(usual);
  });

  it('when it is not there, it is made, and nobody else can read what is in it', async () => {
    const path = join(folder, 'a', 'b');
    const state = await openState(
      path,
      key,
      async () => undefined,
      () => undefined,
    );
    await state.write({ schemaVersion: 1, ...key, depositionId: null, step: 'x' });
    const made = await Promise.all((await readdir(path)).map((name) => stat(join(path, name))));
    expect([await stat(path), ...made].map(({ mode }) => mode & 0o077)).toEqual([0, 0, 0]);
    await state.release();
  });
});

describe('the journal of a deposit', () => {
  let bench: DepositBench;
  beforeEach(async () => {
    bench = await openDepositBench();
  });
  afterEach(() => bench.close());

  const publishRoute = 'POST /api/deposit/depositions/:id/actions/publish';
  const interrupted = async () => {
    const release = await bench.release('v1', files);
    bench.sandbox.faults.add({ kind: 'token-revoked', route: publishRoute });
    const deposit = bench.deposit(release, { stateFolder: folder });
    await expect(deposit).rejects.toMatchObject({ code: 'NZ5003' });
    bench.sandbox.faults.clear();
  };
  const journal = async () => {
    const name = (await readdir(folder)).find((one) => one.endsWith('.json'));
    return join(folder, name ?? 'none');
  };

  it('when the title was corrected after a failed run, the draft is picked up all the same', async () => {
    await interrupted();
    const corrected = await bench.release('v1', files, { title: 'Corrected' });
    await bench.deposit(corrected, { stateFolder: folder });
    expect(await bench.client().listDepositions()).toHaveLength(1);
  });

  it('when it is read by a person, it says what was being done, and holds no token', async () => {
    await interrupted();
    const text = await readFile(await journal(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ step: 'publish the draft', depositionId: 2 });
    expect(text).not.toContain(bench.sandbox.token);
  });

  it('when it cannot be kept, the deposit goes on without it and says so', async () => {
    const inTheWay = join(folder, 'file');
    await writeFile(inTheWay, '');
    const release = await bench.release('v1', files);
    const receipt = await bench.deposit(release, { stateFolder: join(inTheWay, 'state') });
    expect(receipt.outcome).toBe('published');
    const [warning] = bench.events.filter((event) => event.kind === 'warning');
    expect(warning).toMatchObject({ finding: { code: 'NZ6022', severity: 'warning' } });
    expect(JSON.stringify(warning)).toContain('(ENOTDIR)');
  });

  it('when another run of the release holds the lock, the deposit stops before its first request', async () => {
    const held = { origin: bench.sandbox.url, release: key.release };
    const other = await openState(
      folder,
      held,
      async () => undefined,
      () => undefined,
    );
    const deposit = bench.deposit(await bench.release('v2', files), { stateFolder: folder });
    await expect(deposit).rejects.toMatchObject({ code: 'NZ6017' });
    expect(bench.kinds().every((kind) => kind === 'waiting')).toBe(true);
    expect(bench.sandbox.requests.list()).toEqual([]);
    await other.release();
  });

  it('when somebody else published what it names, the next run closes it all the same', async () => {
    await interrupted();
    const client = bench.client();
    const { value: draft } = await client.readDeposition(2);
    if (draft.state !== 'unsubmitted') throw new Error('the draft is open');
    const { value } = await client.publish(draft);
    const release = await bench.release('v1', files);
    const receipt = await bench.deposit(release, { stateFolder: folder });
    expect(receipt.outcome).toBe('unchanged');
    await client.updateMetadata(await client.openEdit(value), { ...value.metadata, title: 'X' });
    const again = bench.deposit(release, { stateFolder: folder, known: { receipt } });
    await expect(again).rejects.toMatchObject({ code: 'NZ6005' });
  });

  it('when the run came to its end, an edit that somebody opens later is not taken for ours', async () => {
    const release = await bench.release('v1', files);
    const receipt = await bench.deposit(release, { stateFolder: folder });
    const client = bench.client();
    const { value } = await client.readDeposition(receipt.depositionId);
    if (value.state !== 'done') throw new Error('the release is published');
    const theirs = await client.openEdit(value);
    await client.updateMetadata(theirs, { ...value.metadata, title: 'Of a person' });
    const again = bench.deposit(release, { stateFolder: folder, known: { receipt } });
    await expect(again).rejects.toMatchObject({ code: 'NZ6005' });
    const { value: left } = await client.readDeposition(receipt.depositionId);
    expect(left.metadata.title).toBe('Of a person');
  });

  it('when it names a draft of other content, or is no JSON, it is not believed', async () => {
    await interrupted();
    const client = bench.client();
    const theirs = await client.createDeposition({ title: 'Of a person' });
    const other = await bench.release('v9', { 'their.txt': 'x' });
    const path = join(other.root, 'their.txt');
    await client.uploadFile(theirs, { key: 'their.txt', path, size: 1 });
    const entry = JSON.parse(await readFile(await journal(), 'utf8'));
    await writeFile(await journal(), JSON.stringify({ ...entry, depositionId: theirs.id }));
    await bench.deposit(await bench.release('v1', files), { stateFolder: folder });
    expect((await client.readDeposition(theirs.id)).value.state).toBe('unsubmitted');
    await writeFile(await journal(), 'x');
    const again = bench.deposit(await bench.release('v1', files), { stateFolder: folder });
    expect((await again).outcome).toBe('unchanged');
  });
});
