import { resourceType } from '@nx-zenodo/zenodo-api';
import {
  renderNewUploadPage,
  renderSearchPage,
  renderUploadList,
  type PagingView,
  type SearchHitView,
  type UploadView,
} from '@nx-zenodo/record-page';
import { shownRevision, stateOf } from '../deposit/deposition.js';
import type { Call, Context } from '../http/call.js';
import { permissionDenied } from '../http/refusal.js';
import { answer, type Outcome } from '../http/response.js';
import type { Route } from '../http/route.js';
import { LOCAL_TOKEN } from '../model/account.js';
import { isCompleted } from '../model/file-entry.js';
import { isNewest, latestPublished } from '../model/world.js';
import { accessStatus, isIndexed } from '../search/document.js';
import { findHits, type Candidate } from '../search/hits.js';
import type { Paging } from '../search/paging.js';
import { htmlPage } from './record-page-routes.js';
import { siteView } from './site-view.js';

const page = { method: 'GET', body: 'none' } as const;

/** Pages that list: the front page, the search, the uploads. */
export const listPageRoutes: readonly Route[] = [
  { ...page, pattern: '/', handle: searchPage },
  { ...page, pattern: '/search', handle: searchPage },
  { ...page, pattern: '/me/uploads', handle: uploadsPage },
  { ...page, pattern: '/uploads/new', handle: newUploadPage },
];

const pageSize = 20;

function searchPage(context: Context, call: Call): Outcome {
  const candidates = [...context.world.versions()].flatMap((version) => {
    const { record, deleted, published, concept } = version;
    if (record === undefined || deleted !== undefined) return [];
    if (latestPublished(context.world, concept)?.id !== version.id) return [];
    return isIndexed(context, published) ? [{ version, shown: record }] : [];
  });
  const found = findHits(context, call.search, candidates, { size: pageSize, most: 100 });
  const body = renderSearchPage({
    site: siteView(call.origin),
    query: call.search.get('q') ?? '',
    hits: found.hits.map((hit) => hitView(hit, call.origin)),
    total: found.total,
    paging: pagingView(call, found.paging, found.total),
  });
  return answer(htmlPage(body));
}

function uploadsPage(context: Context, call: Call): Outcome {
  const { account } = call.actor;
  if (context.isPrivate !== true && account === undefined) throw permissionDenied();
  const owner = account ?? context.accounts[0];
  const candidates = [...context.world.versions()]
    .filter((version) => version.owner === owner?.id && version.deleted === undefined)
    .filter((version) => isNewest(context.world, version))
    .map((version) => ({ version, shown: shownRevision(version) }));
  const found = findHits(context, call.search, candidates, { size: pageSize, most: 100 });
  const body = renderUploadList({
    site: siteView(call.origin),
    ...(owner === undefined ? {} : { owner: owner.email }),
    uploads: found.hits.map((hit) => uploadView(hit, call.origin)),
    total: found.total,
    paging: pagingView(call, found.paging, found.total),
  });
  return answer(htmlPage(body));
}

// The token of a local Zenodo is known to everybody; that of any other is not written on a page.
function newUploadPage(context: Context, { origin }: Call): Outcome {
  const body = renderNewUploadPage({
    site: siteView(origin),
    apiUrl: `${origin}/api`,
    token: context.isPrivate === true ? LOCAL_TOKEN : 'YOUR_TOKEN',
    uploadsUrl: `${origin}/me/uploads`,
  });
  return answer(htmlPage(body));
}

function hitView({ version, shown }: Candidate, origin: string): SearchHitView {
  const { metadata, pids } = shown.content;
  const doi = pids.doi?.identifier;
  return {
    url: `${origin}/records/${version.id}`,
    title: metadata.title ?? '',
    creators: namesOf(shown),
    publicationDate: metadata.publication_date ?? '',
    resourceType: resourceType(metadata.resource_type?.id ?? '')?.title ?? 'Other',
    accessRight: accessStatus(shown),
    ...(metadata.version === undefined ? {} : { version: metadata.version }),
    ...(metadata.description === undefined ? {} : { description: metadata.description }),
    ...(doi === undefined ? {} : { doi }),
  };
}

function uploadView({ version, shown }: Candidate, origin: string): UploadView {
  const { metadata, pids } = shown.content;
  const doi = pids.doi?.identifier;
  const files = shown.files.filter(isCompleted);
  const type = resourceType(metadata.resource_type?.id ?? '');
  const path = version.draft === undefined ? 'records' : 'uploads';
  return {
    id: String(version.id),
    title: metadata.title ?? '',
    url: `${origin}/${path}/${version.id}`,
    state: stateOf(version),
    creators: namesOf(shown),
    fileCount: files.length,
    totalSize: files.reduce((sum, { content }) => sum + content.size, 0),
    modified: shown.updated,
    ...(metadata.version === undefined ? {} : { version: metadata.version }),
    ...(doi === undefined
      ? {}
      : { doi, doiState: version.record === undefined ? 'reserved' : 'registered' }),
    ...(type === null ? {} : { resourceType: type.title }),
  };
}

function namesOf({ content: { metadata } }: Candidate['shown']): string[] {
  return (metadata.creators ?? []).map(({ person_or_org: person = {} }) => person.name ?? '');
}

function pagingView(call: Call, { page: at, size }: Paging, total: number): PagingView {
  const url = (to: number) => {
    const search = new URLSearchParams(call.search);
    search.delete('access_token');
    search.set('page', String(to));
    return `${call.origin}${call.path}?${search}`;
  };
  return {
    page: at,
    pageCount: Math.max(1, Math.ceil(total / size)),
    ...(at > 1 ? { previousUrl: url(at - 1) } : {}),
    ...(at * size < total ? { nextUrl: url(at + 1) } : {}),
  };
}
