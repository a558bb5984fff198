import { auditReceipt } from '@nx-zenodo/deposit';
import {
  badgeDois,
  checkPlaceholders,
  finalizeDocuments,
  inapplicable,
  known,
  publishedRelease,
  readText,
  unknown,
} from '@nx-zenodo/finalize';
import type { AfterFacts, Fact } from '@nx-zenodo/finalize';
import { isCodedError } from '@nx-zenodo/findings';
import { openForge } from '@nx-zenodo/forge';
import type { ZenodoClient } from '@nx-zenodo/zenodo-client';
import { choiceOf } from '../../finalize/plan-documents.js';
import { detectReleasePage } from '../../finalize/release-page.js';
import { isCommitted } from '../../git/node/git.js';
import type { KnownReceipt } from '../../receipt/node/read-receipts.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { silence } from '../silence.js';

/** What is asked about a release that was published. */
export interface AfterRequest {
  readonly config: ReleaseConfig;
  readonly receipt: KnownReceipt;
  /** Where the receipt lies, below the release root. */
  readonly receiptPath: string;
  /** Null where nobody on the network is to be asked. */
  readonly client: ZenodoClient | null;
  /** Whether every file of the record is downloaded and digested. */
  readonly downloads: boolean;
}

const nobodyAsked = 'nobody is asked with --offline';

/** Looks at everything that must be true once a release is published. Nothing is written. */
export async function readAfterFacts(request: AfterRequest): Promise<AfterFacts> {
  const { config, receipt, receiptPath } = request;
  const { doi, conceptDoi } = publishedRelease(receipt);
  const committed = await isCommitted(config.root, receiptPath);
  return {
    doi,
    conceptDoi,
    receipt: receiptPath,
    receiptCommitted: committed === null ? unknown('there is no git repository') : known(committed),
    notes: await notes(config, doi).catch(silence),
    badgeDois: await badges(config).catch(silence),
    forgeRelease: await forgeRelease(request, doi),
    ...(await recordFacts(request)),
    documents: await documents(config, conceptDoi).catch(silence),
  };
}

async function badges({ root, finalize }: ReleaseConfig): Promise<AfterFacts['badgeDois']> {
  const { readme } = finalize;
  if (readme === undefined) return inapplicable('finalize.readme names no document');
  return known(badgeDois((await readText(root, readme)) ?? '', readme));
}

async function notes(config: ReleaseConfig, doi: string): Promise<AfterFacts['notes']> {
  const { root, releaseNotes: path, finalize } = config;
  if (path === null) return inapplicable('releaseNotes names no document');
  const text = await readText(root, path);
  if (text === null) return unknown(`there is no ${path}`);
  const left = checkPlaceholders(text, path, finalize.placeholders);
  return known({ placeholders: left.length, namesDoi: text.includes(doi) });
}

async function documents(config: ReleaseConfig, doi: string): Promise<AfterFacts['documents']> {
  const paths = finalizeDocuments(choiceOf(config)).map(({ path }) => path);
  if (paths.length === 0) return inapplicable('finalize names no documents');
  const naming: string[] = [];
  for (const path of paths) {
    if ((await readText(config.root, path))?.includes(doi) === true) naming.push(path);
  }
  return known({ naming, of: paths.length });
}

async function forgeRelease(
  { config, client }: AfterRequest,
  doi: string,
): Promise<AfterFacts['forgeRelease']> {
  const detected = await detectReleasePage(config);
  if (detected.kind === 'none') return inapplicable('the remote leads to no known forge');
  if (client === null) return unknown(nobodyAsked);
  try {
    const release = await openForge(detected.location, detected.token).getRelease(config.tag);
    if (release === null) return known(null);
    return known({ url: release.url, namesDoi: release.description.includes(doi) });
  } catch (error) {
    return silence(error);
  }
}

async function recordFacts({
  client,
  receipt,
  downloads,
}: AfterRequest): Promise<Pick<AfterFacts, 'recordDoi' | 'downloads'>> {
  if (client === null) return both(unknown(nobodyAsked));
  const { origin } = receipt.environment;
  if (client.origin !== origin) return both(unknown(`the receipt is of ${origin}`));
  try {
    const { doi } = await client.readRecord(receipt.recordId);
    const verified = downloads
      ? await digested(client, receipt)
      : unknown('not asked for: --downloads=false');
    return { recordDoi: known(doi ?? null), downloads: verified };
  } catch (error) {
    const isGone = isCodedError(error) && error.code === 'NZ5009';
    if (!isGone) return both(silence(error));
    return { recordDoi: known(null), downloads: unknown('there is no record') };
  }
}

async function digested(
  client: ZenodoClient,
  receipt: KnownReceipt,
): Promise<AfterFacts['downloads']> {
  try {
    const { files } = await auditReceipt(client, receipt);
    const same = files.filter(({ served, sha256 }) => served?.sha256 === sha256);
    return known({ done: same.length, of: files.length });
  } catch (error) {
    return silence(error);
  }
}

function both(fact: Fact<never>): Pick<AfterFacts, 'recordDoi' | 'downloads'> {
  return { recordDoi: fact, downloads: fact };
}
