import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account, Scope } from '@nx-zenodo/zenodo-sandbox';

/** The service under test: a base URL and the people who use it. */
export interface Service {
  readonly api: string;
  readonly site: string;
  /** Tokens of a depositor, of somebody else, and of a superuser ('' where there is none). */
  readonly tokens: { readonly owner: string; readonly other: string; readonly superuser: string };
  /** Slugs of communities that the depositor curates; somebody else curates the first as well. */
  readonly communities: readonly string[];
  /** Prefix of the DOIs that the service mints. */
  readonly prefix: string;
  close(): Promise<void>;
}

const scopes: readonly Scope[] = ['deposit:write', 'deposit:actions', 'user:email'];

const accounts: readonly Account[] = [
  {
    id: 11,
    email: 'owner@localhost',
    tokens: [{ token: 'conformance-owner', scopes }],
    communities: ['rebels', 'zenodo-tests'],
  },
  {
    id: 12,
    email: 'other@localhost',
    tokens: [{ token: 'conformance-other', scopes }],
    communities: ['rebels'],
  },
  {
    id: 13,
    email: 'superuser@localhost',
    superuser: true,
    tokens: [{ token: 'conformance-superuser', scopes }],
  },
];

/** The service that SANDBOX_URL names, else a local Zenodo on an empty store. */
export async function openService(env: NodeJS.ProcessEnv): Promise<Service> {
  const named = env['SANDBOX_URL'];
  if (named !== undefined) return remote(named, env);
  const { startSandbox } = await import('@nx-zenodo/zenodo-sandbox');
  const store = await mkdtemp(join(tmpdir(), 'zenodo-conformance-'));
  const sandbox = await startSandbox({ store, accounts, fsync: false });
  const close = async () => {
    await sandbox.close();
    await rm(store, { recursive: true, force: true });
  };
  const tokens = {
    owner: 'conformance-owner',
    other: 'conformance-other',
    superuser: 'conformance-superuser',
  };
  const communities = ['rebels', 'zenodo-tests'];
  const { apiUrl: api, url: site } = sandbox;
  return { api, site, tokens, communities, prefix: '10.5072', close };
}

function remote(named: string, env: NodeJS.ProcessEnv): Service {
  const site = named.replace(/\/(api\/?)?$/, '');
  return {
    site,
    api: `${site}/api`,
    tokens: {
      owner: env['SANDBOX_TOKEN'] ?? '',
      other: env['SANDBOX_OTHER_TOKEN'] ?? '',
      superuser: env['SANDBOX_SUPERUSER_TOKEN'] ?? '',
    },
    communities: (env['SANDBOX_COMMUNITIES'] ?? '').split(',').filter((slug) => slug !== ''),
    prefix: env['SANDBOX_PREFIX'] ?? '10.5072',
    close: async () => undefined,
  };
}
