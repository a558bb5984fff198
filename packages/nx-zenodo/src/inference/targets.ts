import type { TargetConfiguration } from '@nx/devkit';
import { outputFolder } from '../release-config/release-config.js';
import type { ReleaseFiles } from './release-files.js';

/** Options of the plugin in nx.json. */
export interface PluginOptions {
  /** Further inputs of every cached target, for example the sources of a local copy of the plugin. */
  readonly inputs?: readonly string[];
}

type Inputs = NonNullable<TargetConfiguration['inputs']>;

/** A target whose result follows from its inputs alone. */
interface CachedTarget {
  readonly description: string;
  readonly dependsOn: string[];
  readonly inputs: Inputs;
  /** Files below the output folder. */
  readonly writes: readonly string[];
}

const inProject = (path: string): string => `{projectRoot}/${path}`;
const everything: Inputs = [inProject('**/*'), `!${inProject('dist/**/*')}`];
// What the earlier targets of the chain wrote; Nx hashes outputs only when it is told to.
const earlier: Inputs = [{ dependentTasksOutputFiles: '**/dist/release/*.json', transitive: true }];
const technologies = ['zenodo'];

/**
 * The targets of a project that holds `configFile`: freeze-verify and validate, then manifest,
 * metadata, bundle, zenodo-deploy. All but freeze and zenodo-deploy are cached, on exactly the files
 * they read; `release` is the version of the plugin, part of the options and so of every cache key.
 */
export function releaseTargets(
  configFile: string,
  files: ReleaseFiles | null,
  release: string,
  { inputs: further = [] }: PluginOptions,
): Record<string, TargetConfiguration> {
  const cached = Object.entries(chain(files)).map(([name, target]) => [
    name,
    {
      executor: `nx-zenodo:${name}`,
      options: { config: configFile, release },
      dependsOn: target.dependsOn,
      cache: true,
      inputs: [inProject(configFile), ...further, ...target.inputs],
      outputs: target.writes.map((file) => inProject(`${outputFolder}/${file}`)),
      metadata: { description: target.description, technologies },
    },
  ]);
  return {
    freeze: freezeTarget(configFile),
    ...Object.fromEntries(cached),
    'zenodo-deploy': deployTarget(configFile),
    'zenodo-reserve': remoteTarget(
      'zenodo-reserve',
      configFile,
      'Reserves the version DOI before the freeze',
    ),
    'zenodo-audit': {
      executor: 'nx-zenodo:zenodo-audit',
      options: { config: configFile },
      cache: false,
      metadata: { description: 'Downloads the published record and compares it', technologies },
    },
    'zenodo-drafts': remoteTarget(
      'zenodo-drafts',
      configFile,
      'Lists open drafts, discards those named',
    ),
  };
}

function chain(files: ReleaseFiles | null): Record<string, CachedTarget> {
  const frozen = files === null ? everything : files.frozen.map(inProject);
  const checked = files?.checked?.map(inProject) ?? everything;
  const metadata = inProject(files?.metadata ?? 'zenodo.metadata.json');
  return {
    'freeze-verify': {
      description: 'Proves that the frozen files are the signed ones',
      dependsOn: [],
      inputs: frozen,
      writes: ['verified-release.json'],
    },
    validate: {
      description: 'Runs the declared checks',
      dependsOn: [],
      inputs: checked,
      writes: ['validation-report.json'],
    },
    manifest: {
      description: 'Builds RELEASE_MANIFEST.json',
      dependsOn: ['freeze-verify', 'validate'],
      inputs: [...frozen, ...earlier],
      writes: ['RELEASE_MANIFEST.json'],
    },
    metadata: {
      description: "Resolves the record's metadata and tells Zenodo's verdict",
      dependsOn: ['manifest'],
      inputs: [metadata, ...earlier],
      writes: ['release-metadata.json'],
    },
    bundle: {
      description: 'Lays out what is uploaded',
      dependsOn: ['metadata'],
      inputs: [...frozen, ...earlier],
      writes: ['bundle.json'],
    },
  };
}

function freezeTarget(configFile: string): TargetConfiguration {
  return {
    executor: 'nx-zenodo:freeze',
    options: { config: configFile },
    cache: false,
    metadata: { description: 'Signs the declared files into the checksum list', technologies },
  };
}

function deployTarget(configFile: string): TargetConfiguration {
  return {
    ...remoteTarget('zenodo-deploy', configFile, 'Publishes the bundle to Zenodo, once'),
    dependsOn: ['bundle'],
  };
}

// A target that talks to Zenodo: never cached, one at a time for one account, its environment named.
function remoteTarget(name: string, configFile: string, description: string): TargetConfiguration {
  return {
    executor: `nx-zenodo:${name}`,
    options: { config: configFile, environment: 'local' },
    configurations: {
      local: { environment: 'local' },
      sandbox: { environment: 'sandbox' },
      production: { environment: 'production' },
    },
    cache: false,
    parallelism: false,
    metadata: { description, technologies },
  };
}
