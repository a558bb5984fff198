import type { DepositMetadata } from '@nx-zenodo/zenodo-api';

/** The code repository that a supplemented tag or tree belongs to, where a related identifier names one. */
export function repositoryUrl({
  related_identifiers: related = [],
}: DepositMetadata): string | undefined {
  return related
    .filter(({ relation }) => relation === 'isSupplementTo' || relation === 'isPartOf')
    .map(
      ({ identifier }) =>
        /^(https:\/\/[^/]+\/[^/]+\/[^/]+?)(?:\.git)?(?:\/(?:tree|-\/tree|releases?)\/.*)?\/?$/.exec(
          identifier,
        )?.[1],
    )
    .find((url) => url !== undefined);
}
