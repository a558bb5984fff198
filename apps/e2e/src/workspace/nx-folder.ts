import { expect } from '@jest/globals';
import type { FreshRepository } from './fresh-repository.js';
import { attempt } from './packages.js';
import { nxVersion } from './release-workspace.js';

/** Lays Nx and the plugin into .nx/installation, as the guides say it for a repository without package.json. */
export function layNxFolder(repository: FreshRepository): void {
  const init = ['init', '--useDotNxInstallation', '--interactive=false'];
  expect(attempt('npx', [`nx@${nxVersion}`, ...init], repository.root)).toMatchObject({ code: 0 });
  pinNx(repository);
  expect(repository.nx(['add', 'nx-zenodo'])).toMatchObject({ code: 0 });
}

/** `nx init` writes the newest version of all, whichever was asked to run it (Nx 23.2.1). */
function pinNx(repository: FreshRepository): void {
  const { $schema, ...nxJson } = JSON.parse(repository.read('nx.json'));
  repository.write({
    'nx.json': `${JSON.stringify(
      {
        $schema,
        analytics: false,
        neverConnectToCloud: true,
        tui: { enabled: false },
        ...nxJson,
        installation: { version: nxVersion },
      },
      null,
      2,
    )}\n`,
  });
}
