import { badgeImageUrl, parseDoi } from '../doi/doi.js';
import { findPlaceholders } from '../placeholder/placeholder-pattern.js';

/** The badge of a record, as its image URL tells it. */
export type BadgeImage =
  | { readonly kind: 'doi'; readonly doi: string; readonly drawnBy: 'zenodo' | 'shields' }
  | { readonly kind: 'placeholder'; readonly drawnBy: 'zenodo' | 'shields' }
  /** Zenodo's badge of a GitHub repository, by GitHub's number of it. */
  | { readonly kind: 'repository' };

const zenodoDoi = /^https?:\/\/[^/\s]+\/badge\/doi\/(.+?)\.(?:svg|png)(?:\?.*)?$/i;
const zenodoRepository =
  /^https?:\/\/(?:[\w-]+\.)*zenodo\.org\/badge\/(?:latestdoi\/)?\d+(?:\/[^/\s]+\/[^/\s]+?)?\.(?:svg|png)(?:\?.*)?$/i;
const shields =
  /^https?:\/\/img\.shields\.io\/badge\/(?:doi|zenodo)-(.+)-[^-/]+?(?:\.svg)?(?:\?.*)?$/i;

/** Reads an image URL as a DOI badge of Zenodo or of shields.io; null when it is none. */
export function readBadgeImage(url: string): BadgeImage | null {
  if (zenodoRepository.test(url)) return { kind: 'repository' };
  const drawnBy = zenodoDoi.test(url) ? 'zenodo' : 'shields';
  const written = (zenodoDoi.exec(url) ?? shields.exec(url))?.[1];
  if (written === undefined) return null;
  const text = decoded(written);
  if (findPlaceholders(text).length > 0) return { kind: 'placeholder', drawnBy };
  const doi = parseDoi(text);
  if (doi === null || (drawnBy === 'shields' && !/^10\.\d+\/zenodo\./i.test(doi))) return null;
  return { kind: 'doi', doi, drawnBy };
}

/** The URL of the same badge for another DOI; a badge of shields.io keeps its looks. */
export function renewedBadgeImage(url: string, doi: string, site: string): string {
  const badge = readBadgeImage(url);
  if (badge === null || badge.kind === 'repository' || badge.drawnBy === 'zenodo') {
    return badgeImageUrl(doi, site);
  }
  const written = shields.exec(url)![1]!;
  const at = url.indexOf(written);
  const encoded = encodeURIComponent(doi).replaceAll('-', '--').replaceAll('_', '__');
  return url.slice(0, at) + encoded + url.slice(at + written.length);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** True for a link that a DOI badge leads to: a DOI, a record, or Zenodo's "latest DOI of this repository". */
export function isBadgeLink(url: string): boolean {
  return (
    /^(?:https?:\/\/)?(?:dx\.)?doi\.org\/10\./i.test(url) ||
    /^https?:\/\/(?:[\w-]+\.)*zenodo\.org\/(?:badge\/latestdoi|doi|records?|deposit)\//i.test(
      url,
    ) ||
    /^https?:\/\/[^/\s]+\/(?:doi\/10\.|records?\/\d)/i.test(url)
  );
}
