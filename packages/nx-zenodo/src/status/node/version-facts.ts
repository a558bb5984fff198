import type { SavedReceipt } from '@nx-zenodo/deposit';
import {
  badgeDois,
  citationFileDois,
  compareTags,
  inapplicable,
  isPrerelease,
  known,
  readText,
  unknown,
} from '@nx-zenodo/finalize';
import type {
  Fact,
  PublishedRecord,
  ReleaseTag,
  ShownDoi,
  VersionFacts,
} from '@nx-zenodo/finalize';
import type { ZenodoClient } from '@nx-zenodo/zenodo-client';
import type { ArchiveConfig } from '../../archive/archive-schema.js';
import { tagJudge } from '../../archive/node/find-tag.js';
import { askGit } from '../../git/node/git.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { silence } from '../silence.js';
import { archiveTags, releaseTags } from '../release-tags.js';

/** What is asked about all versions of a release in one environment. */
export interface VersionRequest {
  readonly config: ReleaseConfig;
  /** The archive that `config` is one tag of; null for a release of its own. */
  readonly archive: ArchiveConfig | null;
  /** Receipts of every version in this environment. */
  readonly receipts: readonly SavedReceipt[];
  readonly isPublished: boolean;
  readonly ignoredTags: readonly string[];
  /** Null where nobody on the network is to be asked. */
  readonly client: ZenodoClient | null;
}

/** Holds every tag of the repository against every record, and both against the DOIs that documents show. */
export async function readVersionFacts(request: VersionRequest): Promise<Fact<VersionFacts>> {
  const { config, archive, receipts } = request;
  // What an archive is made of stands at its tags already: before the first publication all of them are missed.
  if (receipts.length === 0 && archive === null) return inapplicable('nothing is published yet');
  const listed = await listTags(config.root);
  if (listed === null) return unknown('there is no git repository');
  const tags = await tagsOf(request, listed);
  const records = await readRecords(request);
  if (!('known' in records)) return records;
  const shown = await shownDois(config).catch(silence);
  if (!('badgeDois' in shown)) return shown;
  const drift = compareTags({ tags, records: records.known, ...shown });
  const releases = tags.filter(
    ({ tag, version = tag, prerelease = isPrerelease(version) }) => !prerelease,
  );
  return known({ tags: releases.length, records: records.known.length, drift });
}

async function tagsOf(
  { config: { tag: own, version }, archive, isPublished, ignoredTags: ignored }: VersionRequest,
  listed: readonly ReleaseTag[],
): Promise<readonly ReleaseTag[]> {
  if (archive !== null) return archiveTags(listed, await tagJudge(archive), ignored);
  // The tag of a version that is being prepared has no record yet, and need not.
  return releaseTags(listed, { tag: own, version, ignored }).filter(
    ({ tag }) => isPublished || tag !== own,
  );
}

/** The tags at which the release configuration exists. */
export async function configuredTags(
  { root, file }: ReleaseConfig,
  tags: readonly ReleaseTag[],
): Promise<ReadonlySet<string>> {
  const there = await Promise.all(
    tags.map(({ tag }) => askGit(root, 'cat-file', '-t', `refs/tags/${tag}:./${file}`)),
  );
  return new Set(tags.filter((_, at) => there[at] !== null).map(({ tag }) => tag));
}

async function listTags(root: string) {
  const format = '--format=%(refname:strip=2)%09%(objectname)%09%(*objectname)';
  const listed = await askGit(root, 'for-each-ref', format, 'refs/tags');
  if (listed === null) return null;
  return listed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
    .map(([tag = '', object = '', commit = '']) => ({ tag, commit: commit || object }));
}

// Zenodo knows every version; the receipts, those that were published from here.
async function readRecords({
  config: { zenodo },
  receipts,
  client,
}: VersionRequest): Promise<Fact<readonly PublishedRecord[]>> {
  const last = receipts.at(-1);
  // A concept that somebody else published into: the id of a concept leads to its newest version.
  const elsewhere = last === undefined ? (zenodo.recordId ?? zenodo.conceptRecordId) : null;
  if (client === null && elsewhere !== null) return { unknown: 'nobody is asked with --offline' };
  const isAsked = elsewhere !== null || last?.environment.origin === client?.origin;
  if (client === null || !isAsked) return { known: receipts.map(recordOf) };
  try {
    const id = last?.recordId ?? (await client.readRecord(Number(elsewhere))).id;
    const versions = await client.listVersions(id);
    return {
      known: versions.map(({ doi = '', conceptDoi, metadata }) => ({
        version: String(metadata['version'] ?? ''),
        doi,
        conceptDoi: conceptDoi ?? null,
      })),
    };
  } catch (error) {
    return silence(error);
  }
}

function recordOf({ release, doi, conceptDoi }: SavedReceipt): PublishedRecord {
  return { version: release.version, doi, conceptDoi };
}

async function shownDois(config: ReleaseConfig) {
  const { readme, citationFile } = config.finalize;
  const ofBadges = (text: string, file: string) => badgeDois(text, file).map((doi) => ({ doi }));
  return {
    badgeDois: await shownIn(config, readme, ofBadges),
    citationFileDois: await shownIn(config, citationFile, citationFileDois),
  };
}

async function shownIn(
  { root }: ReleaseConfig,
  file: string | undefined,
  read: (text: string, file: string) => readonly Omit<ShownDoi, 'file'>[],
): Promise<readonly ShownDoi[]> {
  const text = file === undefined ? null : await readText(root, file);
  return file === undefined || text === null
    ? []
    : read(text, file).map((shown) => ({ file, ...shown }));
}
