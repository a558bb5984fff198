import type { Finding } from '@nx-zenodo/findings';
import { joinPathFragments } from '@nx/devkit';
import type { Tree } from '@nx/devkit';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import type { KnownFacts } from '../facts/known-facts.js';
import { textOf, textsOf } from '../../loose-json/loose-value.js';
import type { ReleaseFolder } from '../folder/release-folder.js';
import { buildDeposit } from '../metadata-file/deposit-of-facts.js';
import { metadataText } from '../metadata-file/metadata-text.js';
import { missingFacts, missingFindings } from '../metadata-file/missing-facts.js';
import { readJsonObject } from '../json-text/read-json.js';
import { PluginError } from '../../plugin-error.js';
import { ensureProject, packagesFolder } from '../project/project-file.js';
import { parseReleaseConfig } from '../../release-config/parse.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { chooseArtifacts, releaseNotesPaths } from './artifacts.js';
import { chooseFrozen } from './frozen-files.js';
import type { FrozenGlobs } from './frozen-files.js';
import { releaseConfig, releaseConfigText } from './release-config-text.js';
import type { ReplacedSettings } from './release-config-text.js';
import { signatureOf } from './signature-file.js';

const configFile = 'zenodo.release.json';

/** Settings that another convention already used; a configuration that stands wins over them. */
export interface SuggestedSettings {
  readonly artifacts?: readonly string[];
  readonly signature?: string;
  readonly receipt?: string;
  readonly conceptRecordId?: string;
}

/** What a release is laid out from. */
export interface ReleasePlan {
  readonly folder: ReleaseFolder;
  readonly known: KnownFacts;
  /** Metadata fields that a flag or an answer gave. */
  readonly given: ReadonlySet<string>;
  readonly settings: ReplacedSettings;
  /** Found elsewhere, used only for a new configuration. */
  readonly suggested?: SuggestedSettings;
  /** zenodo.release.json as it stands, null before the first run. */
  readonly standing: string | null;
  readonly metadataFile: string;
  readonly today: string;
}

/** A release as it was laid out. */
export interface LaidRelease {
  readonly project: string;
  readonly config: ReleaseConfig;
  readonly deposit: DepositMetadata;
  readonly findings: readonly Finding[];
}

/**
 * Writes zenodo.release.json, the metadata file and, where the folder is no project, project.json into
 * the tree.
 * @throws PluginError NZ9103 without a version, NZ9104 for a file that cannot be edited, NZ9106 for
 *   artifacts that cannot be taken, NZ9107 when there is nothing to freeze, NZ2002 to NZ2004 for a
 *   configuration that stands and is wrong; nothing is written then.
 */
export function layRelease(tree: Tree, plan: ReleasePlan): LaidRelease {
  const { folder, known, metadataFile } = plan;
  const inside = (path: string) => joinPathFragments(folder.directory, path);
  const schema = `${packagesFolder(tree, folder.directory)}/nx-zenodo/schemas/zenodo.release.schema.json`;
  const name = plan.settings.name ?? known.name ?? folderName(tree, folder.directory);
  const text = configText(plan, name, schema);
  const { config, findings: refused } = parseReleaseConfig(text, folder.directory, configFile);
  if (config === null) throw PluginError.of(refused);
  const { deposit, findings } = buildDeposit(
    { title: config.name, ...known.deposit },
    config.version,
    plan.today,
  );
  tree.write(inside(configFile), text);
  tree.write(
    inside(metadataFile),
    metadataText(folder.read(metadataFile), deposit, plan.given, metadataFile),
  );
  const project = ensureProject(tree, folder.directory, config.name);
  const missing = missingFindings(missingFacts(deposit), 'warning');
  return { project, config, deposit, findings: [...known.findings, ...findings, ...missing] };
}

function configText(plan: ReleasePlan, name: string, schema: string): string {
  const { folder, settings, suggested = {}, standing } = plan;
  const stands = standing === null ? {} : readJsonObject(standing, configFile);
  const { version } = settings;
  if (version === undefined) throw PluginError.of([noVersion()]);
  const signature =
    settings.signature ?? textOf(stands['signature']) ?? suggested.signature ?? signatureOf(folder);
  const config = releaseConfig({
    ...{ schema, name, version, signature },
    frozen: frozenBy(plan, signature),
    artifacts: artifactsOf(plan, textsOf(stands['artifacts']), version, signature),
    metadata: plan.metadataFile,
    releaseNotes: releaseNotesPaths(version).find((path) => folder.files.includes(path)),
    receipt: suggested.receipt,
    conceptRecordId: settings.conceptRecordId ?? suggested.conceptRecordId,
  });
  return releaseConfigText(standing, config, settings);
}

function frozenBy({ folder, settings, standing }: ReleasePlan, signature: string): FrozenGlobs {
  if (settings.freeze !== undefined) return { include: settings.freeze, exclude: [] };
  const frozen = chooseFrozen(folder.files, folder.ignored, signature);
  if (standing === null && frozen.include.length === 0) throw PluginError.of([nothingToFreeze()]);
  return frozen;
}

function artifactsOf(
  { folder, settings, suggested }: ReleasePlan,
  standing: readonly string[],
  version: string,
  signature: string,
): readonly string[] {
  if (settings.artifacts === undefined && standing.length > 0) return standing;
  const files = folder.files.filter((path) => path !== signature);
  const wanted = settings.artifacts ?? suggested?.artifacts;
  const { artifacts, findings } = chooseArtifacts(files, wanted, version);
  if (findings.length > 0) throw PluginError.of(findings);
  return artifacts;
}

function folderName(tree: Tree, directory: string): string {
  const path = directory === '' ? tree.root : directory;
  return path.split(/[\\/]/).at(-1) ?? 'release';
}

function noVersion(): Finding {
  return {
    code: 'NZ9103',
    severity: 'error',
    message: 'Nothing says which version is released.',
    cure: 'Give it with --releaseVersion=<version>; nothing was written.',
    place: { field: 'releaseVersion' },
  };
}

function nothingToFreeze(): Finding {
  return {
    code: 'NZ9107',
    severity: 'error',
    message: 'The folder holds no file that a signature could cover.',
    cure: 'Put the files of the release there first, or name them with --freeze; nothing was written.',
    place: { field: 'freeze' },
  };
}
