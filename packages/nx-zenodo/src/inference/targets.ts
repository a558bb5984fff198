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
// What else states facts of the record, where it stands beside the metadata file.
const metadataSources: Inputs = [
  '.zenodo.json',
  'CITATION.cff',
  'codemeta.json',
  'package.json',
  'pyproject.toml',
  'Cargo.toml',
  'pom.xml',
  'DESCRIPTION',
  '{LICENSE,LICENCE,COPYING}*',
].map(inProject);
// Commit, day and authors of a release are those of its tag, which may be set after the files; the mailmap
// names the authors. Where the names of the tag are not known, every tag is looked at.
const releaseTags = (tags: readonly string[]) => ({
  runtime: `git for-each-ref refs/tags/${tags.length === 0 ? '' : tags.join(' refs/tags/')}`,
});
const mailmap = '{workspaceRoot}/.mailmap';
// Nx does not hash files that git ignores, and notes of a rehearsal are ignored; git itself digests them.
function noteInputs(path: string, root: string): Inputs {
  const file = root === '.' ? path : `${root}/${path}`;
  const isPlain = /^[\w./ +-]+$/.test(file);
  return [inProject(path), ...(isPlain ? [{ runtime: `git hash-object "./${file}"` }] : [])];
}
// A freeze that is held in git depends on where the branch and the tag stand.
const headOf = (tag: string) => ({ runtime: `git rev-parse HEAD "refs/tags/${tag}"` });
const technologies = ['zenodo'];

/**
 * The targets of a project that holds `configFile`: freeze-verify and validate, then manifest,
 * metadata, bundle, zenodo-deploy. All but freeze and zenodo-deploy are cached, on exactly the files
 * they read; `release` is the version of the plugin, part of the options and so of every cache key.
 * `root` is the folder of the project, POSIX and relative to the workspace.
 */
export function releaseTargets(
  configFile: string,
  files: ReleaseFiles | null,
  release: string,
  { inputs: further = [] }: PluginOptions,
  root = '.',
): Record<string, TargetConfiguration> {
  const cached = Object.entries(chain(files, root)).map(([name, target]) => [
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
    ...Object.fromEntries(cached),
    ...beside(configFile),
    'zenodo-deploy': deployTarget(configFile),
  };
}

// Targets that stand beside the chain: nothing depends on them.
function beside(configFile: string): Record<string, TargetConfiguration> {
  return {
    freeze: uncached('freeze', configFile, 'Signs the declared files into the checksum list'),
    // Not a continuous target: Nx forgets the status of those, and --once has to fail.
    'freeze-guard': uncached(
      'freeze-guard',
      configFile,
      'Watches the frozen files and tells every drift',
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
      'Downloads the published record and compares it',
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
      'Builds the bundle again from the git tag',
    ),
    'zenodo-preview': uncached(
      'zenodo-preview',
      configFile,
      'Writes a page of the record as it will look',
    ),
    'zenodo-drafts': remoteTarget(
      'zenodo-drafts',
      configFile,
      'Lists open drafts, discards those named',
    ),
  };
}

// Targets that show a change of the sources, and make it when they are told to.
function changesOfMetadata(configFile: string): Record<string, TargetConfiguration> {
  return {
    'metadata-fix': uncached(
      'metadata-fix',
      configFile,
      'Shows what a machine can set right in the metadata',
    ),
    'metadata-sync': uncached(
      'metadata-sync',
      configFile,
      'Brings the other metadata files in line',
    ),
  };
}

function chain(files: ReleaseFiles | null, root: string): Record<string, CachedTarget> {
  const frozen = files === null ? everything : files.frozen.map(inProject);
  const checked = files?.checked?.map(inProject) ?? everything;
  const metadata = inProject(files?.metadata ?? 'zenodo.metadata.json');
  const reservation = files === null ? everything : noteInputs(files.reservation, root);
  const tags = releaseTags(files?.tags ?? []);
  return {
    'freeze-verify': {
      description: 'Proves that the frozen files are the signed ones',
      dependsOn: [],
      inputs: [...frozen, ...(files?.gitRefs.map(headOf) ?? [])],
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
      inputs: [...frozen, tags, ...earlier],
      writes: ['RELEASE_MANIFEST.json'],
    },
    metadata: {
      description: "Resolves the record's metadata and tells Zenodo's verdict",
      dependsOn: ['manifest'],
      inputs: [metadata, ...metadataSources, ...reservation, mailmap, tags, ...earlier],
      writes: ['release-metadata.json', 'metadata'],
    },
    bundle: {
      description: 'Lays out what is uploaded',
      dependsOn: ['metadata'],
      // The time of every entry of an archive, where it is set (reproducible-builds.org).
      inputs: [...frozen, ...earlier, { env: 'SOURCE_DATE_EPOCH' }],
      writes: ['bundle.json', '*.zip', '*.tar.gz', '*.tgz'],
    },
  };
}

function uncached(name: string, config: string, description: string): TargetConfiguration {
  return {
    executor: `nx-zenodo:${name}`,
    options: { config },
    cache: false,
    metadata: { description, technologies },
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
