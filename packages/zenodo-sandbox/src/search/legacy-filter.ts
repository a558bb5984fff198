import type { SearchDocument } from './document.js';

type Test = (document: SearchDocument) => boolean;

const everything: Test = () => true;

/**
 * `communities`, `type` and `subtype`, by which Zenodo was searched before it ran InvenioRDM and still
 * is (zenodo_rdm/params.py). Slugs that no community has are passed over, and when none is left the
 * search is as wide as without them; a subtype counts below a type only.
 */
export function parseLegacyFilters(search: URLSearchParams, communities: readonly string[]): Test {
  const slugs = search.getAll('communities').filter((slug) => communities.includes(slug));
  const inOne: Test =
    slugs.length === 0
      ? everything
      : (document) =>
          document.values('parent.communities.ids').some((slug) => slugs.includes(slug));
  const ofType = parseType(search.get('type') ?? '', search.get('subtype') ?? '');
  return (document) => inOne(document) && ofType(document);
}

function parseType(type: string, subtype: string): Test {
  if (type === '') return everything;
  const props = 'metadata.resource_type.props';
  return (document) =>
    document.values(`${props}.type`).includes(type) &&
    (subtype === '' || document.values(`${props}.subtype`).includes(`${type}-${subtype}`));
}
