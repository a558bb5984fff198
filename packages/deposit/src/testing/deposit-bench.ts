import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { createZenodoClient } from '@nx-zenodo/zenodo-client';
import type { ZenodoClientOptions } from '@nx-zenodo/zenodo-client';
import { startSandbox } from '@nx-zenodo/zenodo-sandbox';
import type { LoggedRequest, SandboxOptions } from '@nx-zenodo/zenodo-sandbox';
import { depositRelease } from '../deposit-release.js';
import type { DepositRequest } from '../release/deposit-request.js';
import type { DepositEvent } from '../deposit-event.js';
import { sampleRelease } from './sample-release.js';
import type { SampleRelease } from './sample-release.js';

// Every deposit here is dozens of requests with synced writes: a busy machine takes its time.
jest.setTimeout(60_000);

/** Waits for nothing. */
const still = { now: () => Date.now(), sleep: async () => undefined, random: () => 0.5 };

/** A local Zenodo with an empty store, and deposits against it that wait for nothing. */
export async function openDepositBench(options: Pick<SandboxOptions, 'communities'> = {}) {
  const store = await mkdtemp(join(tmpdir(), 'deposit-store-'));
  const sandbox = await startSandbox({ store, ...options });
  const open: (() => Promise<unknown>)[] = [];
  const events: DepositEvent[] = [];
  const client = (options: Partial<ZenodoClientOptions> = {}) => {
    const { apiUrl, token } = sandbox;
    const made = createZenodoClient({ apiUrl, token, clock: still, ...options });
    open.push(() => made.close());
    return made;
  };
  return {
    sandbox,
    events,
    client,
    async release(...args: Parameters<typeof sampleRelease>): Promise<SampleRelease> {
      const release = await sampleRelease(...args);
      open.push(release.dispose);
      return release;
    },
    deposit(release: SampleRelease, more: Partial<DepositRequest> = {}) {
      events.length = 0;
      return depositRelease({
        root: release.root,
        release: release.release,
        bundle: release.bundle,
        metadata: release.metadata,
        environment: { name: 'local', apiUrl: sandbox.apiUrl },
        client: client(),
        known: {},
        report: (event) => events.push(event),
        pause: async () => undefined,
        stateFolder: null,
        ...more,
      });
    },
    /** Kinds of the events of the last deposit. */
    kinds: () => events.map((event) => event.kind),
    /** What was sent to a route since the last call of this function. */
    requests: (since: number, part: string): LoggedRequest[] =>
      sandbox.requests.list(since).filter((one) => `${one.method} ${one.path}`.includes(part)),
    lastRequest: () => sandbox.requests.list().at(-1)?.number ?? 0,
    async close() {
      for (const dispose of open) await dispose();
      await sandbox.close();
      await rm(store, { recursive: true });
    },
  };
}

/** An open bench. */
export type DepositBench = Awaited<ReturnType<typeof openDepositBench>>;
