// Every request of every flow × every trouble × journal kept or deleted, over real HTTP against the local Zenodo.
// `--bounded` runs the cells that can hurt most, for every change; without it all of them. Ends with
// `N cells, N held, 0 lost, 0 published twice`, and with status 1 when that is not so.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createZenodoClient } from '@nx-zenodo/zenodo-client';
import { startSandbox } from '@nx-zenodo/zenodo-sandbox';
import type { FaultOrder } from '@nx-zenodo/zenodo-sandbox';
import { runCell } from './cell.js';
import type { Beginning, Cell, CellResult, Trouble } from './cell.js';
import { beginsPublished, flowNames, runFlow } from './flows.js';
import type { FlowName } from './flows.js';
import { Killable } from './killable.js';

interface FlowRequest {
  readonly method: string;
  readonly route: string;
}

const bounded = process.argv.includes('--bounded');
const only = process.argv
  .find((argument) => argument.startsWith('--flow='))
  ?.slice('--flow='.length);
const started = Date.now();
const workspace = await mkdtemp(join(tmpdir(), 'fault-matrix-beginnings-'));
const killable = new Killable(2);
try {
  process.exitCode = (await main()) ? 0 : 1;
} finally {
  await killable.close();
  await rm(workspace, { recursive: true, force: true });
}

async function main(): Promise<boolean> {
  const published = await publishedBeginning();
  const results: CellResult[] = [];
  for (const flow of flowNames.filter((name) => only === undefined || name === only)) {
    const beginning = beginsPublished(flow) ? published : { store: null, receipt: null };
    const requests = await requestsOf(flow, beginning);
    const cells = cellsOf(flow, requests);
    const before = results.length;
    for (const cell of cells) {
      const result = await runCell(cell, beginning, killable);
      results.push(result);
      for (const violation of result.violations)
        console.log(`✗ ${nameOf(cell, requests)}: ${violation}`);
    }
    const own = results.slice(before);
    const through = own.filter((result) => result.firstRunHeld).length;
    console.log(
      `${flow}: ${requests.length} requests, ${own.length} cells, ${through} got through in the first run`,
    );
  }
  return summary(results);
}

function summary(results: readonly CellResult[]): boolean {
  const held = results.filter((result) => result.violations.length === 0).length;
  const told = results.map((result) => result.violations.join(' '));
  const twice = told.filter((text) => text.includes('published twice')).length;
  const lost = results.length - held - twice;
  console.log(`${Math.round((Date.now() - started) / 1000)} s`);
  console.log(`${results.length} cells, ${held} held, ${lost} lost, ${twice} published twice`);
  return results.length > 0 && held === results.length;
}

/** A store with the first version published, made once and copied for every cell that needs it. */
async function publishedBeginning(): Promise<Beginning> {
  const store = join(workspace, 'store');
  const sandbox = await startSandbox({ store });
  const client = createZenodoClient({ apiUrl: sandbox.apiUrl, token: sandbox.token });
  try {
    const folder = await mkdtemp(join(workspace, 'first-'));
    const stateFolder = join(folder, 'state');
    const pause = async () => undefined;
    const { receipt } = await runFlow('first', {
      folder,
      stateFolder,
      client,
      pause,
      receipt: null,
    });
    return { store: join(workspace, 'published'), receipt };
  } finally {
    await client.close();
    await sandbox.close();
    await cp(store, join(workspace, 'published'), { recursive: true });
  }
}

/** The requests of a flow in which nothing goes wrong. */
async function requestsOf(flow: FlowName, beginning: Beginning): Promise<readonly FlowRequest[]> {
  const folder = await mkdtemp(join(workspace, 'plain-'));
  const store = join(folder, 'store');
  if (beginning.store !== null) await cp(beginning.store, store, { recursive: true });
  const sandbox = await startSandbox({ store });
  const client = createZenodoClient({ apiUrl: sandbox.apiUrl, token: sandbox.token });
  try {
    const { receipt } = beginning;
    const pause = async () => undefined;
    await runFlow(flow, { folder, stateFolder: join(folder, 'state'), client, pause, receipt });
    return sandbox.requests.list().map(({ method, route }) => ({ method, route }));
  } finally {
    await client.close();
    await sandbox.close();
  }
}

function cellsOf(flow: FlowName, requests: readonly FlowRequest[]): readonly Cell[] {
  return requests.flatMap((request, index) =>
    troublesOf(flow, request).flatMap((trouble) =>
      journalsOf(trouble).map((journal): Cell => ({ flow, request: index + 1, trouble, journal })),
    ),
  );
}

function journalsOf(trouble: Trouble): readonly Cell['journal'][] {
  if (bounded || (trouble.kind === 'kill' && trouble.indexLags)) return ['deleted'];
  return ['kept', 'deleted'];
}

function troublesOf(flow: FlowName, { method, route }: FlowRequest): readonly Trouble[] {
  const isWrite = method !== 'GET' && method !== 'HEAD';
  const isUpload = route.startsWith('PUT /api/files/');
  const fault = (order: FaultOrder): Trouble => ({ kind: 'fault', fault: order });
  const kill = (when: 'before' | 'during' | 'after', indexLags = false): Trouble => ({
    kind: 'kill',
    when,
    indexLags,
  });
  if (bounded) {
    if (!isWrite) return [];
    return [
      fault({ kind: 'proxy-error', status: 504 }),
      fault({ kind: 'reset', when: 'after-effect' }),
      ...(isUpload ? [fault({ kind: 'half-file' }), fault({ kind: 'wrong-md5' })] : []),
      kill('before'),
      kill('after', true),
    ];
  }
  return [
    fault({ kind: 'too-many-requests', form: 'seconds' }),
    fault({ kind: 'too-many-requests', form: 'date', retryAfter: 7 }),
    fault({ kind: 'server-error' }),
    fault({ kind: 'server-error', times: 6 }),
    fault({ kind: 'proxy-error', status: 502 }),
    fault({ kind: 'proxy-error', status: 504 }),
    fault({ kind: 'proxy-error', status: 504, times: 6 }),
    fault({ kind: 'reset', when: 'before' }),
    fault({ kind: 'reset', when: 'in-request' }),
    fault({ kind: 'reset', when: 'after-effect' }),
    fault({ kind: 'reset', when: 'in-response' }),
    fault({ kind: 'reset', when: 'after-effect', times: 6 }),
    fault({ kind: 'wrong-md5' }),
    fault({ kind: 'html-ok' }),
    fault({ kind: 'stale-latest-draft' }),
    fault({ kind: 'index-delay', seconds: 45 }),
    fault({ kind: 'doi-pending', seconds: 3600 }),
    fault({ kind: 'slow-drip', bytesPerSecond: 100_000 }),
    fault({ kind: 'token-revoked' }),
    fault({ kind: 'foreign-draft', opens: flow === 'edit' ? 'edit' : 'newversion' }),
    ...(isUpload ? [fault({ kind: 'half-file' }), kill('during')] : []),
    kill('before'),
    kill('after'),
    ...(isWrite ? [kill('before', true), kill('after', true)] : []),
  ];
}

function nameOf(
  { flow, request, trouble, journal }: Cell,
  requests: readonly FlowRequest[],
): string {
  const { method = '', route = '' } = requests[request - 1] ?? {};
  const what = trouble.kind === 'fault' ? JSON.stringify(trouble.fault) : JSON.stringify(trouble);
  return `${flow} request ${request} (${route || method}) ${what} journal ${journal}`;
}
