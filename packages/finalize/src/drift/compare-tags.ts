import { sameDoi } from '../doi/doi.js';
import {
  becomesLatest,
  recordWithoutTag,
  staleDoi,
  strangeDoi,
  tagWithoutRecord,
  twinRecords,
} from '../findings/drift-findings.js';
import type { FinalizeFinding } from '../findings/finalize-error.js';
import { compareVersions, isPrerelease } from './version-order.js';

/** A tag of the repository that names a release. */
export interface ReleaseTag {
  readonly tag: string;
  /** Full object name of the commit. */
  readonly commit: string;
  /** The version that it names, where the tag says more than that: `survey-v1.0` names `v1.0`. */
  readonly version?: string;
  /** What a forge says; without it the name decides. */
  readonly prerelease?: boolean;
}

/** One published version under the concept. */
export interface PublishedRecord {
  readonly version: string;
  readonly doi: string;
  readonly conceptDoi: string | null;
}

/** A DOI that a document shows. */
export interface ShownDoi {
  readonly file: string;
  readonly doi: string;
  /** Whether the document says that this one is to be cited; never that of an earlier version. */
  readonly isCited?: boolean;
}

/** What git, Zenodo and the documents say of the versions. */
export interface DriftInputs {
  readonly tags: readonly ReleaseTag[];
  readonly records: readonly PublishedRecord[];
  readonly badgeDois: readonly ShownDoi[];
  readonly citationFileDois: readonly ShownDoi[];
  /** Pre-releases are no releases unless said otherwise. */
  readonly includePrereleases?: boolean;
}

/** How tags, records, badges and citation files disagree, and what would close the gaps. */
export interface Drift {
  readonly findings: readonly FinalizeFinding[];
  /** Tags to publish, oldest version first. */
  readonly backfill: readonly ReleaseTag[];
}

/** Compares every tag with the records of a concept, and both with the DOIs that documents show. */
export function compareTags(inputs: DriftInputs): Drift {
  const tags = inputs.tags.filter(
    (tag) =>
      inputs.includePrereleases === true || !(tag.prerelease ?? isPrerelease(versionOf(tag))),
  );
  const ordered = [...inputs.records].sort((a, b) => compareVersions(a.version, b.version));
  const backfill = tags
    .filter((tag) => !inputs.records.some(({ version }) => sameVersion(version, versionOf(tag))))
    .sort((a, b) => compareVersions(versionOf(a), versionOf(b)));
  const untagged = ordered.filter(
    ({ version }) => !inputs.tags.some((tag) => sameVersion(version, versionOf(tag))),
  );
  const newest = ordered.at(-1);
  const late = backfill.filter(
    (tag) => newest !== undefined && compareVersions(versionOf(tag), newest.version) < 0,
  );
  return {
    findings: [
      ...backfill.map(({ tag }) => tagWithoutRecord(tag)),
      ...untagged.map(({ version, doi }) => recordWithoutTag(version, doi)),
      ...twins(ordered),
      ...shownDois(inputs, ordered),
      ...(late.length === 0 || newest === undefined
        ? []
        : [
            becomesLatest(
              late.map(({ tag }) => tag),
              newest.version,
            ),
          ]),
    ],
    backfill,
  };
}

const versionOf = ({ tag, version }: ReleaseTag): string => version ?? tag;

/** A tag may carry a `v`, or the name of the package before its version, that the record's version lacks. */
function sameVersion(version: string, tag: string): boolean {
  const bare = (text: string) => text.replace(/^(?:.*[/@](?=v?\d))?v?(?=\d)/i, '');
  return version === tag || bare(version) === bare(tag);
}

function twins(records: readonly PublishedRecord[]): readonly FinalizeFinding[] {
  const versions = [...new Set(records.map(({ version }) => version))];
  return versions.flatMap((version) => {
    const dois = records.filter((record) => record.version === version).map(({ doi }) => doi);
    return dois.length > 1 ? [twinRecords(version, dois)] : [];
  });
}

function shownDois(
  { badgeDois, citationFileDois }: DriftInputs,
  ordered: readonly PublishedRecord[],
): readonly FinalizeFinding[] {
  const newest = ordered.at(-1);
  if (newest === undefined) return [];
  const isConcept = (doi: string) =>
    ordered.some(({ conceptDoi }) => conceptDoi !== null && sameDoi(conceptDoi, doi));
  // A citation file may list every version; a badge shows one, and its `doi` names one, and so the newest.
  return [
    ...badgeDois.map((shown) => ({ ...shown, mayBeOld: false })),
    ...citationFileDois.map((shown) => ({
      ...shown,
      mayBeOld: shown.isCited !== true && namesNewest(citationFileDois, shown, newest),
    })),
  ].flatMap(({ file, doi, mayBeOld }) => {
    if (isConcept(doi) || sameDoi(doi, newest.doi)) return [];
    const record = ordered.find((one) => sameDoi(one.doi, doi));
    if (record === undefined) return [strangeDoi({ file }, doi)];
    return mayBeOld ? [] : [staleDoi({ file }, doi, record.version, newest.version)];
  });
}

function namesNewest(
  all: readonly ShownDoi[],
  { file }: ShownDoi,
  newest: PublishedRecord,
): boolean {
  return all.some((other) => other.file === file && sameDoi(other.doi, newest.doi));
}
