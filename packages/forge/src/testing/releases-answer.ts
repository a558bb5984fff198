import type { ReleaseStore, StoredRelease } from './release-store.js';
import { pageOf } from './test-server.js';
import type { SeenRequest, TestAnswer } from './test-server.js';

/** What of GitHub's answers Forgejo and Gitea give in their own way. */
export interface ReleasesDialect {
  /** Whether the token may write, and so see drafts. */
  readonly known: boolean;
  readonly page: { readonly name: string; readonly most: number };
  readonly missing: TestAnswer;
  readonly json: (release: StoredRelease, origin: string) => unknown;
}

/**
 * The list of releases and the release of a tag, which Forgejo and Gitea took over from GitHub: a draft is listed for
 * those who may write, and never found by its tag. `path` is what follows `/releases`; null for any other path.
 */
export function releasesAnswer(
  store: ReleaseStore,
  path: string,
  request: SeenRequest,
  { known, page, missing, json }: ReleasesDialect,
): TestAnswer | null {
  if (path === '') {
    const visible = store.releases.filter(({ draft }) => known || !draft);
    const { items, headers } = pageOf(visible, request, page);
    return { status: 200, json: items.map((one) => json(one, request.origin)), headers };
  }
  const tag = /^\/tags\/(.+)$/.exec(path)?.[1];
  if (tag === undefined) return null;
  const release = store.byTag(decodeURIComponent(tag));
  return release === undefined || release.draft
    ? missing
    : { status: 200, json: json(release, request.origin) };
}
