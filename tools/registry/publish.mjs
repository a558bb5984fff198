// Publishes packed packages as their authors would: with `npm publish`, one tarball at a time.
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

/** The environment in which npm, npx and Nx use this registry and no other. */
export function registryEnvironment(url) {
  return {
    npm_config_registry: url,
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
    npm_config_prefer_offline: 'true',
    // `nx migrate` asks the registry for Nx's own attestations, and not every mirror has them.
    NX_SKIP_PROVENANCE_CHECK: 'true',
    [`npm_config_//${new URL(url).host}/:_authToken`]: 'loopback',
  };
}

/** Publishes every tarball of a folder. */
export async function publishFolder(folder, url) {
  const waiting = readdirSync(folder)
    .filter((file) => file.endsWith('.tgz'))
    .map((file) => resolve(folder, file));
  if (waiting.length === 0) throw new Error(`${folder} holds no packed package`);
  const worker = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      await publishTarball(file, url);
    }
  };
  await Promise.all([worker(), worker()]);
}

async function publishTarball(file, url) {
  // npm demands another tag for what is no release.
  const tag = /-\d+\.\d+\.\d+-[^/]*$/.test(file) ? 'draft' : 'latest';
  // A statement of provenance is made by a CI service and for the public registry only.
  const options = [`--tag=${tag}`, '--provenance=false', '--ignore-scripts'];
  await promisify(execFile)('npm', ['publish', file, ...options], {
    env: { ...process.env, ...registryEnvironment(url) },
  });
}
