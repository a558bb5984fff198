import { toDepositMetadata } from '@nx-zenodo/zenodo-api';
import type { DepositMetadata, RdmMetadata } from '@nx-zenodo/zenodo-api';

const open = { record: 'public', files: 'public' } as const;

/**
 * What the GitHub integration would publish, as metadata that the deposit API takes for the same. `repositoryUrl`
 * is the page of the repository, which the integration always notes; null where none is known.
 */
export function depositOfOutcome(
  published: RdmMetadata,
  repositoryUrl: string | null,
): DepositMetadata {
  const draft = { metadata: published, customFields: {}, access: open, doi: null };
  const deposit = toDepositMetadata(draft, { recid: 0, doi: null });
  const license = published.rights?.[0]?.id;
  return {
    ...deposit,
    // Zenodo answers some licences under names that mean another one when they are sent back.
    ...(license === undefined ? {} : { license }),
    ...datesOf(published),
    ...(repositoryUrl === null ? {} : { custom: { 'code:codeRepository': repositoryUrl } }),
  };
}

// Zenodo's own serializer loses the value of a date that is no interval.
function datesOf({ dates = [] }: RdmMetadata): Pick<DepositMetadata, 'dates'> {
  if (dates.length === 0) return {};
  return {
    dates: dates.map(({ date = '', type, description }) => {
      const [start = '', end] = date.split('/');
      return {
        type: type?.id ?? '',
        start,
        ...(end === undefined ? {} : { end }),
        ...(description === undefined ? {} : { description }),
      };
    }),
  };
}
