import { join } from 'node:path';
import { buildBundle, formatBundle } from '@nx-zenodo/bundle';
import type { BundleLayout } from '@nx-zenodo/bundle';
import { verifyRelease } from '@nx-zenodo/fixity';
import { isError } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';
import {
  buildManifest,
  formatManifest,
  manifestSha256,
  readReleaseIdentity,
} from '@nx-zenodo/manifest';
import { runChecks } from '@nx-zenodo/validation';
import type { DeclaredCheck, ValidationReport } from '@nx-zenodo/validation';
import type { ProvedChain } from '../../chain/gate.js';
import { writeWhole } from '../../chain/release-output.js';
import { PluginError } from '../../plugin-error.js';
import { pluginVersion } from '../../plugin-version.js';
import { archiveRelease, archiveSignature } from '../archive-release.js';
import type { ArchiveConfig } from '../archive-schema.js';
import type { ReleaseTag } from '../release-tag.js';
import { archiveMetadata } from './archive-metadata.js';
import { openOwnFolder } from './own-folder.js';
import { findRepository, stageArchive } from './stage-archive.js';
import type { StagedArchive } from './stage-archive.js';

const manifestFile = 'RELEASE_MANIFEST.json';

/** An archive with every link of its chain, made from the tag and held against the bytes on disk. */
export interface MadeArchive {
  readonly chain: ProvedChain;
  /** Folder that the paths of the bundle are below, absolute. */
  readonly root: string;
  /** What is worth telling; none of it is an error. */
  readonly findings: readonly Finding[];
}

/**
 * Makes the archive of a tag, hands it to `use`, and leaves it below `dist/archive`. Until `use` is done it lies in a
 * folder of this run alone: other runs at the same time make their own, and the last to end is the one that stays.
 *
 * @throws a coded error with all findings of the link that breaks; then nothing is left
 */
export async function withArchive<Value>(
  archive: ArchiveConfig,
  tag: ReleaseTag,
  use: (made: MadeArchive) => Promise<Value>,
): Promise<Value> {
  const folder = await openOwnFolder(archive.root);
  let made: MadeArchive;
  try {
    made = await makeArchive(archive, tag, folder.root);
  } catch (error) {
    await folder.discard();
    throw error;
  }
  let value: Value;
  try {
    value = await use(made);
  } catch (error) {
    // What was to be published can be looked at; that it could not be kept is not what went wrong.
    await folder.keep().catch(() => folder.discard());
    throw error;
  }
  await folder.keep();
  return value;
}

/**
 * The files straight from the objects of git, their checksum list, manifest, metadata and the zip. Nothing that an
 * earlier run left is trusted or kept: the tree of the tag is the proof, and every link is made from it here.
 */
async function makeArchive(
  archive: ArchiveConfig,
  tag: ReleaseTag,
  root: string,
): Promise<MadeArchive> {
  const release = archiveRelease(archive, tag);
  const repository = await findRepository(archive);
  const staged = await stageArchive(archive, repository, tag.tag, root);
  const verified = await verifyRelease({
    root,
    signature: archiveSignature,
    artifacts: staged.assets,
  });
  const { name, version } = release;
  const manifest = buildManifest({
    release: verified,
    identity: await readReleaseIdentity({ root: archive.root, name, version, tag: tag.tag }),
    artifacts: staged.assets,
    validation: await validate(archive, staged),
    tool: { name: 'nx-zenodo', version: pluginVersion },
  });
  await writeWhole(root, manifestFile, formatManifest(manifest));
  const sha256 = manifestSha256(manifest);
  const metadata = await archiveMetadata({
    ...{ archive, release, repository },
    staging: root,
    manifestSha256: sha256,
  });
  await writeWhole(root, 'release-metadata.json', metadata.text);
  const bundle = await buildBundle({
    root,
    manifest: { path: manifestFile, sha256 },
    metadataSha256: metadata.sha256,
    signature: archiveSignature,
    artifacts: staged.assets,
    layout: layoutOf(staged),
  });
  await writeWhole(root, 'bundle.json', formatBundle(bundle));
  const chain = { bundle, metadata: metadata.metadata, frozenFiles: verified.files.length };
  return { chain, root, findings: [...staged.notes, ...metadata.findings] };
}

function layoutOf({ names, files, assets }: StagedArchive): BundleLayout {
  if (files.length === assets.length) return {};
  const include = [`${names.folder}/**`];
  return { archive: { name: names.file, include, exclude: [], folder: '', level: 6 } };
}

// Checks of a person are about the repository; without any, what is held is that every upload has its files.
async function validate(
  { checks }: ArchiveConfig,
  { root, names, files, assets }: StagedArchive,
): Promise<ValidationReport> {
  const [first] = files;
  const paths = [...new Set([...assets, ...(first === undefined ? [] : [first.path])])];
  const own: DeclaredCheck = { kind: 'exists', name: 'Every upload has its files', paths };
  const run =
    checks === undefined ? { root, checks: [own] } : { root: join(root, names.folder), checks };
  const { report, findings } = await runChecks(run);
  if (findings.some(isError)) throw PluginError.of(findings);
  return report;
}
