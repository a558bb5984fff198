import type { Place } from '@nx-zenodo/findings';
import type { FinalizeFinding } from './finalize-error.js';

export function tagWithoutRecord(tag: string): FinalizeFinding {
  return {
    code: 'NZ8020',
    severity: 'warning',
    message: `The tag ${tag} has no record.`,
    cure: 'Publish it (back-fill), or say that this tag is none of the releases.',
  };
}

export function recordWithoutTag(version: string, doi: string): FinalizeFinding {
  return {
    code: 'NZ8021',
    severity: 'warning',
    message: `The record ${doi} is of version "${version}", of which there is no tag.`,
    cure: 'Tag the commit that was published, or correct the version in the metadata of the record.',
  };
}

export function staleDoi(
  place: Place,
  doi: string,
  version: string,
  newest: string,
): FinalizeFinding {
  return {
    code: 'NZ8022',
    severity: 'warning',
    message: `${doi} is the DOI of version ${version}, and ${newest} is the newest.`,
    cure: 'Show the concept DOI, which always leads to the newest version, or run finalize again.',
    place,
  };
}

export function strangeDoi(place: Place, doi: string): FinalizeFinding {
  return {
    code: 'NZ8023',
    severity: 'warning',
    message: `${doi} is the DOI of no version of this record.`,
    cure: 'Put the DOI of this record there; finalize does it.',
    place,
  };
}

export function twinRecords(version: string, dois: readonly string[]): FinalizeFinding {
  return {
    code: 'NZ8024',
    severity: 'warning',
    message: `Version "${version}" was published ${dois.length} times: ${dois.join(', ')}.`,
    cure: 'Cite one of them; ask Zenodo about the other, since a record cannot be withdrawn from here.',
  };
}

export function becomesLatest(tags: readonly string[], newest: string): FinalizeFinding {
  return {
    code: 'NZ8025',
    severity: 'warning',
    message: `Zenodo orders versions by publication: after ${tags.join(', ')} the concept DOI would lead there, and not to ${newest}.`,
    cure: `Back-fill only if ${newest} is published again after it, or leave the gap.`,
  };
}
