import { isObject } from '@nx-zenodo/zenodo-api';
import type { DepositDraft } from '@nx-zenodo/zenodo-api';
import { buildMetadataView } from '@nx-zenodo/record-page';
import type { CommunityView, RecordView, SiteView } from '@nx-zenodo/record-page';

type Draft = Pick<DepositDraft, 'metadata' | 'customFields' | 'access'>;

/** The page of a preview leads nowhere: it is a file. */
export const previewSite: SiteView = { name: 'Preview', homeUrl: '#main' };

/** A record of which only the metadata are known; files, versions and DOIs are added by the caller. */
export function viewDraft(draft: Draft, communities: readonly CommunityView[] = []): RecordView {
  return {
    site: previewSite,
    id: 'preview',
    url: '#main',
    ...buildMetadataView(draft),
    communities,
    files: [],
    versions: [],
    doiState: 'none',
    citations: [],
    exports: [],
  };
}

/** The communities that deposit metadata name; a draft of Zenodo keeps them beside its metadata. */
export function statedCommunities(deposit: unknown): readonly CommunityView[] {
  const communities = isObject(deposit) ? deposit['communities'] : undefined;
  if (!Array.isArray(communities)) return [];
  return communities.flatMap((community: unknown) => {
    const id = isObject(community) ? community['identifier'] : undefined;
    return typeof id === 'string' && id !== '' ? [{ id, title: id }] : [];
  });
}
