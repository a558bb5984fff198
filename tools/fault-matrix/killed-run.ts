// A process that runs one flow and kills itself, as kill -9 does, at one request: before it is sent, half-way
// through its body, or after its answer has come. Its modules are loaded before it is told what to do.
import { createZenodoClient, undiciTransport } from '@nx-zenodo/zenodo-client';
import type { Transport, TransportRequest } from '@nx-zenodo/zenodo-client';
import type { SavedReceipt } from '@nx-zenodo/deposit';
import { runFlow } from './flows.js';
import type { FlowName } from './flows.js';

export interface KilledRunOrder {
  readonly flow: FlowName;
  readonly apiUrl: string;
  readonly token: string;
  readonly folder: string;
  readonly stateFolder: string;
  readonly receipt: SavedReceipt | null;
  /** Counts from 1. */
  readonly request: number;
  readonly when: KillMoment;
}

export type KillMoment = 'before' | 'during' | 'after';

const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
};

async function* cut(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of body) {
    yield piece.subarray(0, Math.ceil(piece.length / 2));
    // Long enough for the half to leave this process.
    await new Promise((resolve) => setTimeout(resolve, 25));
    await die();
  }
}

function mortal(order: KilledRunOrder): Transport {
  const inner = undiciTransport();
  let number = 0;
  return {
    async send(request) {
      number += 1;
      if (number !== order.request) return inner.send(request);
      if (order.when === 'before') await die();
      const { body } = request;
      const isCut = order.when === 'during' && body !== undefined && typeof body !== 'string';
      const answer = await inner.send(isCut ? { ...request, body: cut(body) } : request);
      if (order.when === 'after') await die();
      return answer;
    },
    close: () => inner.close(),
  };
}

async function run(order: KilledRunOrder): Promise<void> {
  const clock = { now: Date.now, sleep: async () => undefined, random: () => 0.5 };
  const { apiUrl, token } = order;
  const client = createZenodoClient({ apiUrl, token, clock, transport: mortal(order) });
  await runFlow(order.flow, { ...order, client, pause: async () => undefined });
}

// Loads the HTTP library: nobody listens on port 1.
const warm: TransportRequest = {
  method: 'HEAD',
  url: 'http://127.0.0.1:1',
  headers: {},
  timeoutMs: 1000,
};
await undiciTransport()
  .send(warm)
  .catch(() => undefined);
process.once('message', (order: KilledRunOrder) => {
  run(order).then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
process.send?.('ready');
