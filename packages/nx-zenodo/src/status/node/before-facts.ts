import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleSha256, decodeBundle } from '@nx-zenodo/bundle';
import type { SavedReceipt } from '@nx-zenodo/deposit';
import { inapplicable, known, unknown } from '@nx-zenodo/finalize';
import type { BeforeFacts } from '@nx-zenodo/finalize';
import { isCodedError, isError } from '@nx-zenodo/findings';
import { resolveReleaseMetadata } from '@nx-zenodo/metadata';
import type { ReleaseMetadata } from '@nx-zenodo/metadata';
import { checkReport, decodeValidationReport } from '@nx-zenodo/validation';
import { parseOutput, readOutput } from '../../chain/release-output.js';
import { metadataRequest } from '../../metadata/metadata-request.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { linkFacts } from '../link-facts.js';
import { chosenRehearsal } from '../rehearsal-facts.js';
import { releaseLinks } from '../release-links.js';
import { checkLinks } from './check-links.js';
import { readFrozen, readSignature } from './frozen-facts.js';
import type { Signature } from './frozen-facts.js';

/** What is asked about a release before it is published. */
export interface BeforeRequest {
  readonly config: ReleaseConfig;
  /** Receipts of this version. */
  readonly receipts: readonly SavedReceipt[];
  readonly isPublished: boolean;
  readonly offline: boolean;
  readonly token: BeforeFacts['token'];
}

/** Looks at everything that must be true before a release is published. Nothing is run and nothing written. */
export async function readBeforeFacts(request: BeforeRequest): Promise<BeforeFacts> {
  const { config, receipts, isPublished, offline, token } = request;
  const signature = await readSignature(config);
  const { metadata, findings } = await resolveReleaseMetadata(metadataRequest(config));
  return {
    rehearsal: await rehearsal(config, receipts, signature),
    missingFiles: known(await missingFiles(config)),
    frozen: await readFrozen(config, signature, isPublished),
    validation: await validation(config),
    metadata: known({
      errors: findings.filter(isError).length,
      warnings: findings.filter(({ severity }) => severity === 'warning').length,
    }),
    ...(await metadataFacts(metadata?.deposit ?? null, offline)),
    token,
  };
}

async function rehearsal(
  config: ReleaseConfig,
  receipts: readonly SavedReceipt[],
  signature: Signature | null,
): Promise<BeforeFacts['rehearsal']> {
  if (signature === null) return unknown(`there is no ${config.signature} to compare`);
  const digests = {
    signatureSha256: signature.sha256,
    bundleSha256: await recordedBundle(config, signature.sha256),
  };
  return known({ ...digests, last: chosenRehearsal(receipts, digests) });
}

// A bundle of other files than those that are signed now says nothing about these.
async function recordedBundle(config: ReleaseConfig, signature: string): Promise<string | null> {
  try {
    const bundle = parseOutput('bundle', await readOutput(config.root, 'bundle'), decodeBundle);
    return bundle.signatureSha256 === signature ? bundleSha256(bundle) : null;
  } catch (error) {
    if (isCodedError(error)) return null;
    throw error;
  }
}

async function missingFiles(config: ReleaseConfig): Promise<readonly string[]> {
  const { signature, metadata, releaseNotes, artifacts } = config;
  const named = [signature, metadata, ...(releaseNotes === null ? [] : [releaseNotes])];
  const missing: string[] = [];
  for (const path of new Set([...named, ...artifacts])) {
    await access(join(config.root, path)).catch(() => missing.push(path));
  }
  return missing;
}

// The recorded report, if it holds for the files as they are: a check that is a command is not run for a look.
async function validation(config: ReleaseConfig): Promise<BeforeFacts['validation']> {
  const { root, checks } = config;
  try {
    const text = await readOutput(root, 'validation');
    const report = parseOutput('validation', text, decodeValidationReport);
    const findings = await checkReport({ root, checks, report });
    const stale = findings.length > 0 && report.passed === report.total;
    return stale
      ? unknown('the files or the checks changed since: run validate')
      : known({ done: report.passed, of: report.total });
  } catch (error) {
    if (isCodedError(error)) return unknown('there is no report: run validate');
    throw error;
  }
}

/** What the resolved metadata says; null where it was refused. */
export async function metadataFacts(
  deposit: ReleaseMetadata['deposit'] | null,
  offline: boolean,
): Promise<Pick<BeforeFacts, 'orcids' | 'licence' | 'urls'>> {
  if (deposit === null) {
    const refused = unknown('the metadata has errors: run metadata');
    return { orcids: refused, licence: refused, urls: refused };
  }
  const creators = deposit.creators ?? [];
  return {
    orcids: known({
      done: creators.filter(({ orcid }) => (orcid ?? '') !== '').length,
      of: creators.length,
    }),
    licence: licence(deposit),
    urls: offline
      ? unknown('nobody is asked with --offline')
      : linkFacts(await checkLinks(releaseLinks(deposit))),
  };
}

// developers.zenodo.org, "Representation": a licence belongs to open and embargoed records.
function licence({ license, access_right: access }: ReleaseMetadata['deposit']) {
  const needed = access === undefined || access === 'open' || access === 'embargoed';
  const id = typeof license === 'object' ? license.id : (license ?? '');
  return id === '' && !needed ? inapplicable(`access is ${access}`) : known(id);
}
