import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import { licenseId } from '../output/person-parts.js';
import type { ReleaseMetadata } from '../release-metadata.js';

const list = (values: readonly string[]): string =>
  values.length === 0 ? 'none' : values.join('; ');

function people({ creators = [] }: DepositMetadata): string {
  return list(
    creators.map(({ name, orcid }) => (orcid === undefined ? name : `${name} (${orcid})`)),
  );
}

function access({ access_right: right = 'open', embargo_date: until }: DepositMetadata): string {
  if (right === 'open') return 'all files are public at once';
  return right === 'embargoed' ? `files are closed until ${until ?? '?'}` : 'files are restricted';
}

/** What a person should look at before publishing, a line each: what is stated, and what cannot be taken back. */
export function formatReview(metadata: ReleaseMetadata, tag: string | null): string {
  const { deposit } = metadata;
  const version = deposit.version ?? 'none';
  const related = (deposit.related_identifiers ?? []).map(
    ({ relation, identifier }) => `${relation} ${identifier}`,
  );
  const rows = [
    ['Title', deposit.title ?? 'none'],
    [
      'Version',
      tag === null
        ? `${version} (no such tag)`
        : tag === version
          ? `${version} = tag`
          : `${version}, but the tag is ${tag}`,
    ],
    ['Date', deposit.publication_date ?? 'the day of the upload'],
    ['Licence', licenseId(deposit.license) ?? 'what Zenodo chooses'],
    ['Creators', people(deposit)],
    ['Related', list(related)],
    ['Communities', list((deposit.communities ?? []).map(({ identifier }) => identifier))],
    ['Public', `title, people and description for good; ${access(deposit)}`],
    ['Permanent', 'the files and the DOI; metadata can be edited later'],
  ];
  return rows.map(([name = '', value = '']) => `${name.padEnd(12)} ${value}`).join('\n');
}
