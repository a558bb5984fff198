import type { Bundle } from '@nx-zenodo/bundle';
import type { ReleaseMetadata } from '@nx-zenodo/metadata';
import { PluginError } from '../plugin-error.js';
import { checkGitFreeze } from '../freeze/check-freeze.js';
import type { ReleaseConfig } from '../release-config/release-config.js';
import { makeBundle } from './bundle.js';
import { makeManifest } from './manifest.js';
import { makeMetadata } from './metadata.js';
import { notWhatFilesGive, readOutput } from './release-output.js';
import type { OutputName } from './release-output.js';
import { formatReport, proveValidation } from './validation.js';
import { formatVerified, proveRelease } from './verified.js';

/** What may be published: every link of the chain followed from the bytes on disk. */
export interface ProvedChain {
  readonly bundle: Bundle;
  readonly metadata: ReleaseMetadata;
  /** Files that the signature covers. */
  readonly frozenFiles: number;
}

/**
 * Walks the chain of digests from the bytes on disk to the bundle, making every link anew and holding
 * it against the file that the chain wrote: files are hashed, a freeze in git is held and checks run again.
 * Task order, a cache or an edited file cannot stand in for it.
 * @throws FixityError, MetadataError or BundleError of a link, PluginError of a failed check, NZ9020 or NZ9021.
 */
export async function proveChain(config: ReleaseConfig): Promise<ProvedChain> {
  const release = await proveRelease(config);
  await proveGitFreeze(config);
  await mustStand(config, 'verified', formatVerified(release));
  const validation = await proveValidation(config);
  await mustStand(config, 'validation', formatReport(validation));
  const manifest = await makeManifest(config, release, validation);
  await mustStand(config, 'manifest', manifest.text);
  const metadata = await makeMetadata(config, manifest.sha256);
  await mustStand(config, 'metadata', metadata.text);
  const bundle = await makeBundle(config, manifest.sha256, metadata.sha256);
  await mustStand(config, 'bundle', bundle.text);
  return {
    bundle: bundle.bundle,
    metadata: metadata.metadata,
    frozenFiles: release.files.length,
  };
}

// `freeze-verify --tag` and `--mode` hold for one look at the files; what is published is what was declared.
async function proveGitFreeze(config: ReleaseConfig): Promise<void> {
  const findings = await checkGitFreeze(config, config.gitFreeze);
  if (findings.length > 0) throw PluginError.of(findings);
}

async function mustStand(config: ReleaseConfig, name: OutputName, expected: string): Promise<void> {
  if ((await readOutput(config.root, name)) === expected) return;
  throw new PluginError([notWhatFilesGive(name)]);
}
