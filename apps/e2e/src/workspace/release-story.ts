import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { FreshRepository } from './fresh-repository.js';
import type { Outcome } from './packages.js';

/** A release as the generator laid it. */
export interface LaidRelease {
  readonly project: string;
  /** Folder of the release, relative to the repository; '.' is its root. */
  readonly directory: string;
  /** A file that the signature covers and that is uploaded. */
  readonly artifact: string;
  readonly flags: readonly string[];
}

export const doiIn = ({ output }: Outcome) => /^DOI: (\S+)$/m.exec(output)?.[1];
export const conceptDoiIn = ({ output }: Outcome) => /^Concept DOI: (\S+)$/m.exec(output)?.[1];

/** The plugin that Nx loads lies in the repository itself: no link leads to the sources. */
export function expectInstalled({ installation }: FreshRepository): void {
  const plugin = join(realpathSync(installation), 'node_modules/nx-zenodo');
  expect(realpathSync(plugin)).toBe(plugin);
}

const generate = ({ directory, flags }: LaidRelease) => [
  'g',
  'nx-zenodo:release',
  directory,
  ...flags,
  '--interactive=false',
];

/** Generates the release. */
export function generateRelease(repository: FreshRepository, release: LaidRelease): void {
  expect(repository.nx(generate(release))).toMatchObject({ code: 0 });
}

/** Generates the release; a dry run before tells the changes and makes none, a second run has none to make. */
export function expectCarefulGeneration(repository: FreshRepository, release: LaidRelease): void {
  const before = repository.changes();
  const dry = repository.nx([...generate(release), '--dry-run']);
  expect(dry).toMatchObject({ code: 0 });
  expect(dry.output).toContain('+  "signature": "SHA256SUMS"');
  expect(repository.changes()).toBe(before);
  generateRelease(repository, release);
  repository.commit('A release');
  generateRelease(repository, release);
  expect(repository.changes()).toBe('');
}

/** Publishes the release to the local Zenodo; answers with what was printed. */
export function deployRelease(repository: FreshRepository, { project }: LaidRelease): Outcome {
  const deployed = repository.nx(['run', `${project}:zenodo-deploy`]);
  expect(deployed).toMatchObject({ code: 0 });
  expect(doiIn(deployed)).toMatch(/^10\.5072\/zenodo\.\d+$/);
  return deployed;
}

/** Changes a frozen file: neither the chain nor the deploy alone gets past it. Then the file is put back. */
export function expectTamperingRefused(repository: FreshRepository, release: LaidRelease): void {
  const path = join(release.directory, release.artifact);
  const sound = repository.read(path);
  repository.write({ [path]: `${sound}one more line\n` });
  const deploy = ['run', `${release.project}:zenodo-deploy`];
  const chain = repository.nx(deploy);
  const alone = repository.nx([...deploy, '--exclude-task-dependencies']);
  expect(chain.code).not.toBe(0);
  expect(alone.code).not.toBe(0);
  expect(alone.output).toMatch(/NZ1\d{3}/);
  expect([doiIn(chain), doiIn(alone)]).toEqual([undefined, undefined]);
  repository.write({ [path]: sound });
}

/** Releases the next version of what `first` published: a DOI of its own under the same concept. */
export function expectSecondVersion(
  repository: FreshRepository,
  release: LaidRelease,
  first: Outcome,
): void {
  const { project, directory, artifact } = release;
  const path = join(directory, artifact);
  repository.write({ [path]: `${repository.read(path)}The second version.\n` });
  const version = ['--releaseVersion=2.0.0', '--interactive=false'];
  expect(repository.nx(['g', 'nx-zenodo:release', directory, ...version]).code).toBe(0);
  expect(repository.nx(['run', `${project}:freeze`]).code).toBe(0);
  const second = deployRelease(repository, release);
  expect(doiIn(second)).not.toBe(doiIn(first));
  expect(conceptDoiIn(second)).toBe(conceptDoiIn(first));
}
