import type { Forge, ForgeKind } from '../forge.js';
import type { ForgeLocation, ForgeToken } from '../location/detect-forge.js';
import { openForge } from '../node/open-forge.js';
import { forgejoToken, startForgejo } from './forgejo-server.js';
import { githubToken, startGithub } from './github-server.js';
import { gitlabToken, startGitlab } from './gitlab-server.js';
import type { ReleaseStore } from './release-store.js';
import type { TestServer } from './test-server.js';

/** A forge on loopback with the repository `demo`, and how to open it. */
export interface ForgeUnderTest {
  readonly store: ReleaseStore;
  readonly server: TestServer;
  readonly token: string;
  readonly location: ForgeLocation;
  /** Milliseconds that the client slept. */
  readonly slept: number[];
  open(token?: string | null): Forge;
  close(): Promise<void>;
}

const apis = { github: '/api/v3', gitlab: '/api/v4', forgejo: '/api/v1' } as const;
const starts = { github: startGithub, gitlab: startGitlab, forgejo: startForgejo } as const;
const tokens = { github: githubToken, gitlab: gitlabToken, forgejo: forgejoToken } as const;

export async function startForge(kind: ForgeKind): Promise<ForgeUnderTest> {
  const { store, server, close } = await starts[kind]();
  const { origin } = server;
  const apiUrl = `${origin}${apis[kind]}`;
  const location: ForgeLocation = {
    kind,
    apiUrl,
    uploadUrl: kind === 'github' ? `${origin}/api/uploads` : apiUrl,
    owner: kind === 'gitlab' ? 'group/sub' : 'ada',
    name: 'demo',
    origin,
  };
  const slept: number[] = [];
  const clock = {
    now: () => Date.parse('2026-01-01T00:00:00Z'),
    sleep: async (milliseconds: number) => void slept.push(milliseconds),
  };
  const tokenOf = (value: string): ForgeToken => ({
    value,
    variable: 'SOME_TOKEN',
    kind: 'personal',
  });
  return {
    store,
    server,
    token: tokens[kind],
    location,
    slept,
    open: (token = tokens[kind]) =>
      openForge(location, token === null ? null : tokenOf(token), clock),
    close,
  };
}
