import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { LOCAL_TOKEN, startSandbox, type Sandbox } from '@nx-zenodo/zenodo-sandbox';
import { startRelay, type StandInRelay } from './stand-in-relay.js';
import type { Workspaces } from './workspace.js';

const token = LOCAL_TOKEN;

/** The services of Zenodo, each with the prefix of its DOIs. */
const sites = [
  { environment: 'sandbox', host: 'sandbox.zenodo.org', prefix: '10.5072' },
  { environment: 'production', host: 'zenodo.org', prefix: '10.5281' },
];

/** A local Zenodo in the place of each service that a page publishes to. */
export class StandIns {
  private constructor(
    /** What a process needs to reach them. */
    readonly env: Readonly<Record<string, string>>,
    private readonly running: readonly (Sandbox | StandInRelay)[],
  ) {}

  static async start(page: string, { home }: Workspaces): Promise<StandIns> {
    const needed = sites.filter(({ environment }) => page.includes(`:${environment}`));
    const running: (Sandbox | StandInRelay)[] = [];
    const pairs: string[] = [];
    for (const { host, prefix } of needed) {
      const zenodo = await startSandbox({
        store: mkdtempSync(join(home, 'zenodo-')),
        prefix,
        fsync: false,
      });
      const relay = await startRelay(`https://${host}`, zenodo.url);
      pairs.push(`${host}=${relay.port}`);
      running.push(relay, zenodo);
    }
    if (pairs.length === 0) return new StandIns({}, []);
    const preload = join(import.meta.dirname, 'stand-in.cjs');
    return new StandIns(
      {
        DOCS_STAND_IN: pairs.join(','),
        NODE_OPTIONS: `--require "${preload}"`,
        // A page that tells how the token gets into the environment does it itself.
        ...(page.includes('export ZENODO_SANDBOX_TOKEN') ? {} : { ZENODO_SANDBOX_TOKEN: token }),
        ZENODO_PRODUCTION_TOKEN: token,
        XDG_STATE_HOME: mkdtempSync(join(home, 'state-')),
        VERSION: 'v1.0',
      },
      running,
    );
  }

  async stop(): Promise<void> {
    for (const one of this.running) await one.close();
  }
}
