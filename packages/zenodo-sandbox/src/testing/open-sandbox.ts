import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox, type SandboxOptions } from '../index.js';

/** A sandbox on a store of its own, which disappears with it. */
export async function openSandbox(options: Partial<SandboxOptions> = {}) {
  const store = options.store ?? (await mkdtemp(join(tmpdir(), 'zenodo-sandbox-')));
  const sandbox = await startSandbox({ fsync: false, ...options, store });
  const close = async () => {
    await sandbox.close();
    await rm(store, { recursive: true, force: true });
  };
  return { ...clientOf(sandbox), store, sandbox, close };
}

/** Requests to a sandbox as its depositor. */
export function clientOf(
  sandbox: Pick<Sandbox, 'url' | 'apiUrl' | 'token'>,
  token = sandbox.token,
) {
  const authorization = { Authorization: `Bearer ${token}` };
  const send = async (method: string, path: string, init: RequestInit = {}) => {
    const url = path.startsWith('http') ? path : `${sandbox.apiUrl}${path}`;
    const headers = { ...authorization, ...(init.headers as Record<string, string>) };
    const response = await fetch(url, { redirect: 'manual', ...init, method, headers });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    // Tests look into answers of every shape.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    const body: any = isJson ? JSON.parse(text) : text;
    return { status: response.status, headers: response.headers, text, body };
  };
  const withJson = (method: string) => (path: string, value: unknown) =>
    send(method, path, {
      body: JSON.stringify(value),
      headers: { 'Content-Type': 'application/json' },
    });
  const put = (url: string, bytes: string | Uint8Array<ArrayBuffer>) =>
    send('PUT', url, { body: bytes, headers: { 'Content-Type': 'application/octet-stream' } });
  return {
    send,
    get: (path: string, headers = {}) => send('GET', path, { headers }),
    post: withJson('POST'),
    putJson: withJson('PUT'),
    put,
    remove: (path: string) => send('DELETE', path),
  };
}

/** Metadata with which a deposition can be published. */
export const publishable = {
  title: 'A title',
  upload_type: 'dataset',
  description: '<p>Words.</p>',
  creators: [{ name: 'Doe, Jane', affiliation: 'Somewhere' }],
};
