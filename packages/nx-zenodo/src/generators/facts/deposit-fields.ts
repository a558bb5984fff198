import type { DepositMetadata } from '@nx-zenodo/zenodo-api';

/**
 * Fields of the deposit metadata in the order in which a person reads them. The two that decide about
 * DOIs are not among them: files never carry them over.
 */
export const depositFields = [
  'upload_type',
  'publication_type',
  'image_type',
  'software_type',
  'title',
  'version',
  'publication_date',
  'creators',
  'contributors',
  'thesis_supervisors',
  'thesis_university',
  'description',
  'access_right',
  'embargo_date',
  'access_conditions',
  'license',
  'language',
  'keywords',
  'subjects',
  'notes',
  'method',
  'related_identifiers',
  'references',
  'communities',
  'grants',
  'journal_title',
  'journal_volume',
  'journal_issue',
  'journal_pages',
  'conference_title',
  'conference_acronym',
  'conference_dates',
  'conference_place',
  'conference_url',
  'conference_session',
  'conference_session_part',
  'imprint_publisher',
  'imprint_isbn',
  'imprint_place',
  'partof_title',
  'partof_pages',
  'locations',
  'dates',
  'custom',
] as const satisfies readonly (keyof DepositMetadata)[];

/** The same value with its fields in that order. */
export function orderFields(deposit: DepositMetadata): DepositMetadata {
  return Object.fromEntries(
    depositFields.filter((field) => field in deposit).map((field) => [field, deposit[field]]),
  );
}
