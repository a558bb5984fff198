import { get } from 'node:http';
import { SandboxError } from '../sandbox-error.js';

/** What a local Zenodo says of itself under `/sandbox`. */
export interface SandboxIdentity {
  readonly url: string;
  /** Absolute path of its store. */
  readonly store: string;
  readonly prefix: string;
}

/** A running local Zenodo that will not go before the lease is released. */
export interface Lease {
  release(): Promise<void>;
}

/** Asks whether a local Zenodo listens at this origin; `null` when nobody or somebody else does. */
export async function findSandbox(url: string): Promise<SandboxIdentity | null> {
  const { origin } = new URL(url);
  const text = await readText(`${origin}/sandbox`).catch(() => '');
  const identity = parseIdentity(text);
  return identity === undefined ? null : { url: origin, ...identity };
}

function parseIdentity(text: string): Omit<SandboxIdentity, 'url'> | undefined {
  try {
    const { name, store, prefix } = JSON.parse(text) as Record<string, unknown>;
    if (name !== '@nx-zenodo/zenodo-sandbox') return undefined;
    return typeof store === 'string' && typeof prefix === 'string' ? { store, prefix } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps the local Zenodo at this origin running until the lease is released.
 * @throws SandboxError NZ7005 when it is gone.
 */
export function holdLease(url: string): Promise<Lease> {
  const { origin } = new URL(url);
  return new Promise((done, failed) => {
    const gone = (cause?: unknown) => failed(leaseRefused(origin, cause));
    const request = get(`${origin}/sandbox/lease`, { agent: false }, (response) => {
      if (response.statusCode !== 200) {
        request.destroy();
        return gone();
      }
      response.resume();
      response.on('error', () => undefined);
      const release = () =>
        new Promise<void>((released) => {
          request.once('close', () => released());
          request.destroy();
        });
      done({ release });
    });
    request.on('error', gone);
  });
}

function readText(url: string): Promise<string> {
  return new Promise((done, failed) => {
    const request = get(url, { agent: false, timeout: 2000 }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > 10_000) request.destroy(new Error('too long'));
      });
      response.on('end', () => done(text));
      response.on('error', failed);
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', failed);
  });
}

function leaseRefused(origin: string, cause: unknown): SandboxError {
  return new SandboxError(
    'NZ7005',
    `The local Zenodo at ${origin} went away before this run could hold it.`,
    'Run the command again: it will start one of its own.',
    { cause },
  );
}
