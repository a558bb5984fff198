import type { TargetConfiguration } from '@nx/devkit';
import { outputFolder } from '../release-config/release-config.js';
import { chainTargets, inProject, reportOutputs } from './chain-targets.js';
import type { CachedTarget, InferredRelease } from './chain-targets.js';

/** Options of the plugin in nx.json. */
export interface PluginOptions {
  /** Further inputs of every cached target, for example the sources of a local copy of the plugin. */
  readonly inputs?: readonly string[];
}

const technologies = ['zenodo'];

/** What a person sees of a target in `nx show project`, `nx graph` and Nx Console; Nx runs `help` in its folder. */
export const shown = (
  name: string,
  description: string,
  options: Record<string, unknown> = {},
) => ({
  description,
  technologies,
  help: { command: `npx nx ${name} --help`, example: { options } },
});

// An option that is worth knowing, for the help of a target.
const exampleOptions: Readonly<Record<string, Record<string, unknown>>> = {
  freeze: { overwrite: true },
  'freeze-verify': { sarif: 'dist/freeze.sarif' },
  validate: { strict: true },
  metadata: { explain: true },
  'metadata-fix': { write: true },
  'metadata-sync': { write: true },
  'freeze-guard': { once: true },
  'manifest-diff': { against: 'dist/other/RELEASE_MANIFEST.json' },
  'zenodo-deploy': { dryRun: true },
  'nx-release-publish': { dryRun: true },
  'zenodo-drafts': { discard: [1204] },
  'zenodo-finalize': { dryRun: true },
  'zenodo-preview': { open: true },
};

/**
 * The targets of a project that holds `configFile`: freeze-verify and validate, then manifest,
 * metadata, bundle, zenodo-deploy. All but freeze and zenodo-deploy are cached, on exactly the files
 * they read; `plugin` is the version of the plugin, part of the options and so of every cache key.
 */
export function releaseTargets(
  configFile: string,
  release: InferredRelease,
  plugin: string,
  { inputs: further = [] }: PluginOptions,
): Record<string, TargetConfiguration> {
  const inferred = (name: string, target: CachedTarget): TargetConfiguration => ({
    executor: `nx-zenodo:${target.executor ?? name}`,
    options: { config: configFile, release: plugin, ...target.options },
    dependsOn: target.dependsOn,
    cache: target.cache,
    inputs: [inProject(configFile), ...further, ...target.inputs],
    outputs: [
      ...target.writes.map((file) => inProject(`${outputFolder}/${file}`)),
      ...(target.reports === true ? reportOutputs : []),
    ],
    metadata: shown(name, target.description, exampleOptions[name]),
  });
  const chain = Object.entries(chainTargets(release));
  return {
    ...Object.fromEntries(chain.map(([name, target]) => [name, inferred(name, target)])),
    ...beside(configFile),
    'zenodo-deploy': deployTarget('zenodo-deploy', configFile),
    // A package that npm publishes has this target from Nx itself, and keeps it.
    ...(release.isPackage
      ? {}
      : { 'nx-release-publish': deployTarget('release-publish', configFile) }),
  };
}

// Targets that stand beside the chain: nothing depends on them.
function beside(configFile: string): Record<string, TargetConfiguration> {
  return {
    freeze: uncached('freeze', configFile, 'Signs the declared files: writes the checksum list'),
    // Not a continuous target: Nx forgets the status of those, and --once has to fail.
    'freeze-guard': uncached(
      'freeze-guard',
      configFile,
      'Watches the frozen files and reports every change',
    ),
    ...changesOfMetadata(configFile),
    'zenodo-reserve': remoteTarget(
      'zenodo-reserve',
      configFile,
      'Reserves the version DOI before the freeze',
    ),
    'zenodo-audit': uncached(
      'zenodo-audit',
      configFile,
      'Downloads the published record and compares it with its receipt',
    ),
    'zenodo-finalize': uncached(
      'zenodo-finalize',
      configFile,
      'Writes DOI, badge and citation into the documents',
    ),
    'manifest-diff': uncached(
      'manifest-diff',
      configFile,
      'Compares the manifest with another one',
    ),
    'bundle-check': uncached(
      'bundle-check',
      configFile,
      'Rebuilds the bundle from the git tag and compares it',
    ),
    'zenodo-status': statusTarget(configFile),
    'zenodo-preview': uncached(
      'zenodo-preview',
      configFile,
      'Writes a page of the record as it will look',
    ),
    'zenodo-drafts': remoteTarget(
      'zenodo-drafts',
      configFile,
      'Lists open drafts; discards those that you name',
    ),
  };
}

const inEveryEnvironment = {
  local: { environment: 'local' },
  sandbox: { environment: 'sandbox' },
  production: { environment: 'production' },
};

// Without a configuration the environment is that of the receipt.
export function statusTarget(configFile: string): TargetConfiguration {
  return {
    ...uncached('zenodo-status', configFile, 'Prints the checklist before and after publication'),
    configurations: inEveryEnvironment,
  };
}

// Targets that show a change of the sources, and make it when they are told to.
function changesOfMetadata(configFile: string): Record<string, TargetConfiguration> {
  return {
    'metadata-fix': uncached(
      'metadata-fix',
      configFile,
      'Shows what a machine can correct in the metadata',
    ),
    'metadata-sync': uncached(
      'metadata-sync',
      configFile,
      'Brings the other metadata files in line with the metadata',
    ),
  };
}

export function uncached(name: string, config: string, description: string): TargetConfiguration {
  return {
    executor: `nx-zenodo:${name}`,
    options: { config },
    cache: false,
    metadata: shown(name, description, exampleOptions[name]),
  };
}

function deployTarget(
  executor: 'zenodo-deploy' | 'release-publish',
  configFile: string,
): TargetConfiguration {
  const [name, description] =
    executor === 'zenodo-deploy'
      ? [executor, 'Publishes the bundle to Zenodo exactly once']
      : ['nx-release-publish', 'Publishes the bundle to Zenodo, for `nx release publish`'];
  return {
    ...remoteTarget(name, configFile, description),
    executor: `nx-zenodo:${executor}`,
    // What `nx release publish` calls runs the chain itself: see the executor.
    dependsOn: executor === 'zenodo-deploy' ? ['bundle'] : [],
  };
}

// A target that talks to Zenodo: never cached, one at a time for one account, its environment named.
export function remoteTarget(
  name: string,
  configFile: string,
  description: string,
): TargetConfiguration {
  return {
    executor: `nx-zenodo:${name}`,
    options: { config: configFile, environment: 'local' },
    configurations: inEveryEnvironment,
    cache: false,
    parallelism: false,
    metadata: shown(name, description, exampleOptions[name]),
  };
}
