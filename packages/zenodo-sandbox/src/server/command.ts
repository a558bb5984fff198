import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatFindings, isCodedError } from '@nx-zenodo/findings';
import { startSandbox, type Sandbox } from './start-sandbox.js';

const usage = `zenodo-sandbox [--store FOLDER] [--port 5072] [--host 127.0.0.1] [--prefix 10.5072] [--community SLUG]... [--no-rate-limits] [--no-fsync]

A local Zenodo on loopback. Its state is kept in the store (default .zenodo-sandbox).
`;

const options = {
  store: { type: 'string', default: '.zenodo-sandbox' },
  port: { type: 'string', default: '5072' },
  host: { type: 'string', default: '127.0.0.1' },
  prefix: { type: 'string', default: '10.5072' },
  community: { type: 'string', multiple: true, default: [] as string[] },
  'no-rate-limits': { type: 'boolean', default: false },
  'no-fsync': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** `npx @nx-zenodo/zenodo-sandbox`: serves until it is interrupted. Resolves to the exit code. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const parsed = parse(args);
  if (typeof parsed === 'string') {
    process.stderr.write(`${parsed}\n\n${usage}`);
    return 2;
  }
  if (parsed.help) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    const sandbox = await startSandbox({
      store: resolve(parsed.store),
      port: Number(parsed.port),
      host: parsed.host,
      prefix: parsed.prefix,
      communities: parsed.community,
      rateLimits: !parsed['no-rate-limits'],
      fsync: !parsed['no-fsync'],
    });
    process.stdout.write(greeting(sandbox, resolve(parsed.store)));
    await interrupted();
    await sandbox.close();
    return 0;
  } catch (error) {
    if (!isCodedError(error)) throw error;
    process.stderr.write(`${formatFindings(error.findings)}\n`);
    return 1;
  }
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
      return `--port takes a number up to 65535, not ${values.port}`;
    }
    return values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function greeting({ url, apiUrl, token }: Sandbox, store: string): string {
  return [
    `Local Zenodo  ${url}`,
    `API           ${apiUrl}`,
    `Token         ${token}`,
    `Store         ${store}`,
    'Stop it with Ctrl+C.',
    '',
  ].join('\n');
}

// The first signal closes in order, waiting for leases; the second ends the process at once.
function interrupted(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}
