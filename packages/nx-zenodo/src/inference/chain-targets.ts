import { outputFolder } from '../release-config/release-config.js';
import { shardReportPath } from '../release-config/shard-report-path.js';
import { hasGlobCharacters } from './file-set.js';
import type { FileSet } from './file-set.js';
import { allOf, hiddenBelow, hiddenInputs } from './hidden-inputs.js';
import type { HiddenFiles, HiddenInputs, Inputs } from './hidden-inputs.js';
import type { ReleaseFiles } from './release-files.js';

/** A release as inference knows it. */
export interface InferredRelease {
  /** What its targets read; null where nothing is known. */
  readonly files: ReleaseFiles | null;
  /** Folder of the project: POSIX, relative to the workspace, `.` for the workspace itself. */
  readonly root: string;
  readonly hidden: HiddenFiles;
  /** The folder is a package that npm publishes as well. */
  readonly isPackage: boolean;
}

/** A target whose result follows from its inputs alone. */
export interface CachedTarget {
  readonly description: string;
  readonly dependsOn: string[];
  readonly inputs: Inputs;
  /** True where Nx is told of every byte that the target reads. */
  readonly cache: boolean;
  /** Files below the output folder. */
  readonly writes: readonly string[];
  /** Whether it takes --sarif and --codeQuality. */
  readonly reports?: true;
  /** Which executor, where it is not that of the target's name, and the options it needs. */
  readonly executor?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/**
 * Reports are restored with the rest where they are asked for; Nx leaves out what no option names. Paths of options
 * are relative to the workspace already, and Nx takes `{workspaceRoot}/{` for a glob.
 */
export const reportOutputs = ['{options.sarif}', '{options.codeQuality}'];

/** A path of the project as an input of Nx. */
export const inProject = (path: string): string => `{projectRoot}/${path}`;
const everything: Inputs = [inProject('**/*'), `!${inProject(`${outputFolder}/**/*`)}`];
// What the earlier targets of the chain wrote; Nx hashes outputs only when it is told to.
const earlier: Inputs = [{ dependentTasksOutputFiles: '**/dist/release/*.json', transitive: true }];
const shardReports: Inputs = [{ dependentTasksOutputFiles: '**/dist/release/shards/*.json' }];
// What else states facts of the record, where it stands beside the metadata file.
const sourceFiles = [
  '.zenodo.json',
  'CITATION.cff',
  'codemeta.json',
  'package.json',
  'pyproject.toml',
  'Cargo.toml',
  'pom.xml',
  'DESCRIPTION',
];
const licences = '{LICENSE,LICENCE,COPYING}*';
const mailmap = '{workspaceRoot}/.mailmap';
// Commit, day and authors of a release are those of its tag, which may be set after the files; the mailmap
// names the authors. Where the names of the tag are not known, every tag is looked at.
const releaseTags = (tags: readonly string[]) => ({
  runtime: `git for-each-ref refs/tags/${tags.length === 0 ? '' : tags.join(' refs/tags/')}`,
});
// A freeze that is held in git depends on where the branch and the tag stand; where the name of the tag
// cannot be said to a shell, on where every tag stands.
const headOf = (tag: string | null) => ({
  runtime: `git rev-parse HEAD ${tag === null ? '--tags' : `"refs/tags/${tag}"`}`,
});

/** Every file of a release whose bytes count for a cached result: POSIX, relative to the workspace. */
export function readFiles(files: ReleaseFiles, root: string): string[] {
  const checked = files.checked.filter((path) => !hasGlobCharacters(path));
  const record = files.gitFreeze?.record ?? null;
  const noted = [...notesOf(files), ...(record === null ? [] : [record]), files.reservation];
  const stated = [files.metadata, ...noted, ...sourceFiles];
  const all = [...(files.frozen?.paths ?? []), ...checked, ...stated];
  return all.map((path) => inWorkspace(root, path));
}

const notesOf = ({ description }: ReleaseFiles): string[] =>
  description === null ? [] : [description];

/** The targets of the chain that are cached, by name. */
export function chainTargets(release: InferredRelease): Record<string, CachedTarget> {
  const { files } = release;
  const frozen = filesOf(files?.frozen ?? null, release);
  const tags = releaseTags(files?.tags ?? []);
  return {
    ...freezeVerify(release, frozen),
    validate: {
      description: 'Runs the declared checks',
      dependsOn: [],
      ...checkedFiles(release),
      writes: ['validation-report.json'],
    },
    manifest: {
      description: 'Builds RELEASE_MANIFEST.json',
      dependsOn: ['freeze-verify', 'validate'],
      cache: frozen.cache,
      inputs: [...frozen.inputs, tags, ...earlier],
      writes: ['RELEASE_MANIFEST.json'],
    },
    metadata: metadataTarget(release, [mailmap, tags, ...earlier]),
    bundle: {
      description: 'Lays out the files to upload',
      dependsOn: ['metadata'],
      cache: frozen.cache,
      // The time of every entry of an archive, where it is set (reproducible-builds.org).
      inputs: [...frozen.inputs, ...earlier, { env: 'SOURCE_DATE_EPOCH' }],
      writes: ['bundle.json', '*.zip', '*.tar.gz', '*.tgz'],
    },
  };
}

function freezeVerify(
  release: InferredRelease,
  frozen: HiddenInputs,
): Record<string, CachedTarget> {
  const { files } = release;
  const held = gitFreezeInputs(release);
  const proof = {
    description: 'Verifies that the frozen files are the signed ones',
    writes: ['verified-release.json'],
    reports: true,
  } as const;
  const shards = files?.shards ?? [];
  if (files === null || shards.length === 0) {
    return { 'freeze-verify': { ...proof, dependsOn: [], ...allOf([frozen, held]) } };
  }
  const names = shards.map((_, at) => `freeze-verify-shard-${at + 1}`);
  const signature = filesOf(literal([files.signature]), release);
  const reports = { cache: true, inputs: shardReports };
  const merge: CachedTarget = { ...proof, dependsOn: names, ...allOf([signature, reports, held]) };
  const parts = shards.map((set, at): [string, CachedTarget] => [
    names[at] ?? '',
    shardTarget(filesOf(set, release), at + 1, shards.length),
  ]);
  return { 'freeze-verify': merge, ...Object.fromEntries(parts) };
}

// What a freeze that is held in git depends on besides the frozen files.
function gitFreezeInputs(release: InferredRelease): HiddenInputs {
  const held = release.files?.gitFreeze ?? null;
  if (held === null) return { cache: true, inputs: [] };
  const refs = { cache: true, inputs: [headOf(held.tag)] };
  return held.record === null ? refs : allOf([refs, filesOf(literal([held.record]), release)]);
}

function shardTarget(files: HiddenInputs, index: number, of: number): CachedTarget {
  return {
    description: `Verifies shard ${index} of ${of} of the frozen files`,
    dependsOn: [],
    ...files,
    writes: [shardReportPath({ index, of }).slice(outputFolder.length + 1)],
    executor: 'freeze-verify-shard',
    options: { shard: index },
  };
}

function metadataTarget({ files, root, hidden }: InferredRelease, more: Inputs): CachedTarget {
  const stated = [files?.metadata ?? 'zenodo.metadata.json', ...sourceFiles];
  const own = files === null ? stated : [...stated, ...notesOf(files), files.reservation];
  const unseen = hiddenInputs(
    own.map((path) => inWorkspace(root, path)),
    hidden,
  );
  const rest = files === null ? everything : [];
  return {
    description:
      "Resolves the record's metadata and reports what Zenodo would refuse, drop or change",
    dependsOn: ['manifest'],
    cache: unseen.cache && files?.isRelated !== true,
    inputs: [...[...own, licences].map(inProject), ...unseen.inputs, ...rest, ...more],
    writes: ['release-metadata.json', 'metadata'],
    reports: true,
  };
}

// A command may read anything, and says itself what; what the other checks read is known.
function checkedFiles(release: InferredRelease): HiddenInputs {
  const { files, root } = release;
  if (files === null) return { cache: false, inputs: everything };
  const { checked, commands } = files;
  const globs = checked.filter(hasGlobCharacters);
  const folders = [...new Set(globs.map((glob) => inWorkspace(root, baseFolder(glob))))];
  const known = filesOf(literal(checked.filter((path) => !hasGlobCharacters(path))), release);
  const matched = {
    cache: true,
    inputs: [...globs.map(inProject), ...(commands ? everything : [])],
  };
  return allOf([known, matched, ...folders.map(hiddenBelow)]);
}

// The folder that holds whatever a glob matches.
function baseFolder(glob: string): string {
  const segments = glob.split('/');
  return segments.slice(0, segments.findIndex(hasGlobCharacters)).join('/');
}

const literal = (paths: readonly string[]): FileSet => ({ paths, patterns: paths });

function filesOf(set: FileSet | null, { root, hidden }: InferredRelease): HiddenInputs {
  const paths = set?.paths.map((path) => inWorkspace(root, path)) ?? null;
  const unseen = hiddenInputs(paths, hidden);
  const seen = set?.patterns?.map(inProject) ?? everything;
  return { cache: unseen.cache, inputs: [...seen, ...unseen.inputs] };
}

function inWorkspace(root: string, path: string): string {
  if (root === '.') return path === '' ? '.' : path;
  return path === '' ? root : `${root}/${path}`;
}
