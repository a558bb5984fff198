import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleSha256, decodeBundle } from '@nx-zenodo/bundle';
import type { Bundle } from '@nx-zenodo/bundle';
import { inapplicable, known, unknown } from '@nx-zenodo/finalize';
import type { BeforeFacts } from '@nx-zenodo/finalize';
import { isCodedError, isError } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';
import { manifestSha256, parseManifest } from '@nx-zenodo/manifest';
import type { ReleaseManifest } from '@nx-zenodo/manifest';
import { archiveFolder } from '../../archive/archive-release.js';
import type { ArchiveConfig } from '../../archive/archive-schema.js';
import { archiveMetadata } from '../../archive/node/archive-metadata.js';
import { findAssets, findRepository } from '../../archive/node/stage-archive.js';
import { askGit } from '../../git/node/git.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { chosenRehearsal } from '../rehearsal-facts.js';
import { metadataFacts } from './before-facts.js';
import type { BeforeRequest } from './before-facts.js';

/** An archive as `archive` or `zenodo-archive` made it last. */
interface MadeArchive {
  readonly manifest: ReleaseManifest;
  readonly bundle: Bundle;
}

/**
 * Looks at everything that must be true before a tag is archived. The archive is not made for a look: what was made
 * of this very commit last is compared with what was published.
 */
export async function readArchiveBefore(
  request: Omit<BeforeRequest, 'isPublished'> & { readonly archive: ArchiveConfig },
): Promise<BeforeFacts> {
  const { config, archive, receipts, offline, token } = request;
  const made = await readMade(config);
  const { errors, warnings, deposit } = await metadataAtTag(archive, config);
  return {
    rehearsal: made === null ? notMade(config) : known(rehearsalOf(made, receipts)),
    missingFiles: await missingAssets(archive),
    frozen: inapplicable("an archive's proof is the tree of the tag"),
    validation: validation(archive, config, made),
    metadata: known({ errors, warnings }),
    ...(await metadataFacts(deposit, offline)),
    token,
  };
}

const notMade = ({ tag }: ReleaseConfig) => unknown(`run archive --tag=${tag}: it is not made`);

function rehearsalOf({ bundle }: MadeArchive, receipts: BeforeRequest['receipts']) {
  const { signatureSha256 } = bundle;
  const digests = { signatureSha256, bundleSha256: bundleSha256(bundle) };
  return { ...digests, last: chosenRehearsal(receipts, digests) };
}

async function readMade({ root, tag }: ReleaseConfig): Promise<MadeArchive | null> {
  const commit = await askGit(
    root,
    'rev-parse',
    '--verify',
    '--quiet',
    `refs/tags/${tag}^{commit}`,
  );
  try {
    const read = (file: string) => readFile(join(root, archiveFolder, file), 'utf8');
    const manifest = parseManifest(await read('RELEASE_MANIFEST.json'));
    const bundle = decodeBundle(JSON.parse(await read('bundle.json')));
    const { release } = manifest;
    const isThis = release.tag === tag && release.commit === commit?.trim();
    return isThis && bundle.manifestSha256 === manifestSha256(manifest)
      ? { manifest, bundle }
      : null;
  } catch {
    return null;
  }
}

async function missingAssets(archive: ArchiveConfig): Promise<BeforeFacts['missingFiles']> {
  if (archive.assets.length === 0) return inapplicable('the files are those of the tag');
  const missing: string[] = [];
  for (const glob of archive.assets) {
    await findAssets({ ...archive, assets: [glob] }).catch((error: unknown) => {
      if (!isCodedError(error)) throw error;
      missing.push(glob);
    });
  }
  return known(missing);
}

function validation(
  { checks }: ArchiveConfig,
  config: ReleaseConfig,
  made: MadeArchive | null,
): BeforeFacts['validation'] {
  if (checks === undefined) return inapplicable('`checks` declares none');
  if (made === null) return notMade(config);
  const { passed, total } = made.manifest.validation;
  return known({ done: passed, of: total });
}

// The files as they stand at the tag, whatever the work tree holds.
async function metadataAtTag(archive: ArchiveConfig, config: ReleaseConfig) {
  const folder = await mkdtemp(join(tmpdir(), 'nx-zenodo-status-'));
  try {
    const repository = await findRepository(archive);
    const { metadata, findings } = await archiveMetadata({
      archive,
      release: config,
      repository,
      staging: folder,
      manifestSha256: '0'.repeat(64),
    });
    return { ...counted(findings), deposit: metadata.deposit };
  } catch (error) {
    if (!isCodedError(error)) throw error;
    return { ...counted(error.findings), deposit: null };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function counted(findings: readonly Finding[]) {
  return {
    errors: findings.filter(isError).length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  };
}
