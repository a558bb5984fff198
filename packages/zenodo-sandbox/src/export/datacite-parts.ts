import { funderByRor, type RdmMetadata } from '@nx-zenodo/zenodo-api';
import type { Revision } from '../model/version.js';
import type { DataCiteDocument, DataCiteFunding, DataCiteLocation } from './datacite-document.js';

/** When it was published, what else is told of its dates, and when it was last changed. */
export function datesOf({ content: { metadata }, updated }: Revision): DataCiteDocument['dates'] {
  const { publication_date, dates = [] } = metadata;
  const told = dates.map(({ date = '', type, description }) => ({
    date,
    dateType: capital(type?.id ?? 'other'),
    ...(description ? { dateInformation: description } : {}),
  }));
  const isTold = dates.some(({ type }) => type?.id === 'updated');
  return [
    ...(publication_date === undefined ? [] : [{ date: publication_date, dateType: 'Issued' }]),
    ...told,
    ...(isTold ? [] : [{ date: updated.slice(0, 10), dateType: 'Updated' }]),
  ];
}

const capital = (name: string): string => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;

/** Funders by their ROR ids, and what is known of the award. */
export function fundingOf({ funding = [] }: RdmMetadata): DataCiteFunding[] {
  return funding.map(({ funder, award }) => {
    const id = funder?.id;
    const number = award?.number ?? award?.id?.split('::').at(-1);
    const title = award?.title?.['en'];
    return {
      funderName: funder?.name ?? funderByRor(id ?? '')?.acronym ?? id ?? '',
      ...(id === undefined ? {} : { funderIdentifier: id, funderIdentifierType: 'ROR' }),
      ...(title === undefined ? {} : { awardTitle: title }),
      ...(number === undefined ? {} : { awardNumber: number }),
    };
  });
}

/** Places with their names and points. */
export function locationsOf({ locations }: RdmMetadata): DataCiteLocation[] {
  return (locations?.features ?? []).map(({ place, geometry }) => ({
    ...(place === undefined ? {} : { geoLocationPlace: place }),
    ...(geometry?.type === 'Point' && Array.isArray(geometry.coordinates)
      ? {
          geoLocationPoint: {
            pointLongitude: String(geometry.coordinates[0]),
            pointLatitude: String(geometry.coordinates[1]),
          },
        }
      : {}),
  }));
}
