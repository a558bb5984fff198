import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { isCodedError } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';
import type { RecordRelation } from '@nx-zenodo/metadata';
import { archiveRelease } from '../../archive/archive-release.js';
import { readArchiveConfig } from '../../archive/node/read-archive.js';
import { readReceiptFamily } from '../../receipt/node/read-family.js';
import { readReleaseConfig } from '../../release-config/node/read.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';

/** Relations whose DOI is known, and what is worth telling of the others. */
export interface ReadRelations {
  readonly relations: readonly RecordRelation[];
  readonly findings: readonly Finding[];
}

/**
 * The relations of a release with their DOIs. That of another release is its concept DOI, from its configuration
 * or from a production receipt: a rehearsal has DOIs of its own, and a record that names them could never be
 * published as it was rehearsed. One that was not published yet is told and left out; a folder without a release
 * (NZ9043) or with one that cannot be read is an error among the findings.
 */
export async function readRelations({
  root,
  file,
  relations,
}: Pick<ReleaseConfig, 'root' | 'file' | 'relations'>): Promise<ReadRelations> {
  const found: RecordRelation[] = [];
  const findings: Finding[] = [];
  for (const [at, written] of relations.entries()) {
    const place = { file, field: `relations.${at}` };
    if ('doi' in written) {
      found.push({ relation: written.relation, doi: written.doi, source: file });
      continue;
    }
    const { relation, release: source } = written;
    const doi = await conceptDoiOf(join(root, ...source.split('/')), source, place);
    if (typeof doi === 'string') found.push({ relation, doi, source });
    else findings.push(...doi);
  }
  return { relations: found, findings };
}

type Place = NonNullable<Finding['place']>;
async function conceptDoiOf(
  folder: string,
  release: string,
  place: Place,
): Promise<string | readonly Finding[]> {
  try {
    const other = await readAnyRelease(folder);
    if (other === null) return [noRelease(release, place)];
    const { conceptRecordId } = other.zenodo;
    if (conceptRecordId !== null) return `10.5281/zenodo.${conceptRecordId}`;
    const receipts = await readReceiptFamily(other);
    const published = receipts.filter(({ environment }) => environment.name === 'production');
    const doi = published.findLast(({ conceptDoi }) => conceptDoi !== null)?.conceptDoi ?? null;
    return doi ?? [notPublished(release, place)];
  } catch (error) {
    if (!isCodedError(error)) throw error;
    return error.findings.map((finding) => ({ ...finding, place }));
  }
}

async function readAnyRelease(folder: string): Promise<ReleaseConfig | null> {
  const isThere = (file: string) =>
    access(join(folder, file)).then(
      () => true,
      () => false,
    );
  if (await isThere('zenodo.release.json')) return readReleaseConfig(folder, 'zenodo.release.json');
  if (!(await isThere('zenodo.archive.json'))) return null;
  const archive = await readArchiveConfig(folder, 'zenodo.archive.json');
  // Receipts of any version are looked for: the label only has to be one.
  return archiveRelease(archive, { tag: 'any', version: 'any' });
}

function noRelease(release: string, place: Place): Finding {
  return {
    code: 'NZ9043',
    severity: 'error',
    message: `${release} holds neither zenodo.release.json nor zenodo.archive.json.`,
    cure: 'Name the folder of a release, relative to this one, or give the `doi` of the record.',
    place,
  };
}

function notPublished(release: string, place: Place): Finding {
  return {
    code: 'NZ9044',
    severity: 'note',
    message: `${release} has no record in production yet, so nothing is related to it.`,
    cure: 'Publish it, or give its `zenodo.conceptRecordId`; the next version of this one relates to it.',
    place,
  };
}
