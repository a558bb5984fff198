import { doiUrl, parseDoi, sameDoi } from '../doi/doi.js';
import { adoptedBadge, foreignBadges } from '../findings/document-findings.js';
import type { FinalizeFinding } from '../findings/finalize-error.js';
import { chosenDoi } from '../published/published-release.js';
import type { DoiChoice, PublishedRelease } from '../published/published-release.js';
import { applySplices } from '../text/splice.js';
import type { Splice } from '../text/splice.js';
import { isBadgeLink, renewedBadgeImage } from './badge-image.js';
import { findBadges } from './find-badges.js';
import type { BadgeSpan } from './find-badges.js';
import { formatBadge, markupOf } from './markup.js';
import { placeBadge } from './place-badge.js';

/** Which badge is shown, and which of those that stand are taken for ours. */
export interface BadgeOptions {
  /** Which DOI the badge shows; the concept DOI never goes stale. */
  readonly doi?: DoiChoice;
  /** DOIs of earlier versions of this record, whose badges are ours too. */
  readonly ownDois?: readonly string[];
}

/** The document with its badge, and what a person has to decide. */
export interface BadgeUpdate {
  readonly text: string;
  readonly findings: readonly FinalizeFinding[];
}

/**
 * Shows the DOI badge in a document, once. Badges of this record are updated where they stand, whatever draws
 * them: those of one of its DOIs, of a placeholder, of a GitHub repository, or the only one there is. Where none
 * is ours, one is added with the other badges or below the first heading.
 */
export function updateBadge(
  text: string,
  path: string,
  published: PublishedRelease,
  options: BadgeOptions = {},
): BadgeUpdate {
  const doi = chosenDoi(published, options.doi ?? 'concept');
  const markup = markupOf(path);
  const badges = findBadges(text, markup);
  const family = [published.doi, published.conceptDoi, ...(options.ownDois ?? [])];
  const ours = badges.filter((badge) => isOurs(badge, family));
  const renewed = (spans: readonly BadgeSpan[]) =>
    applySplices(
      text,
      spans.flatMap((badge) => renewal(badge, doi, published.site)),
    );
  if (ours.length > 0) return { text: renewed(ours), findings: [] };
  const foreign = badges.map(shownDoi);
  if (badges.length === 1) {
    return { text: renewed(badges), findings: [adoptedBadge(path, foreign[0]!, doi)] };
  }
  return {
    text: placeBadge(text, formatBadge(doi, published.site, markup), markup),
    findings: foreign.length === 0 ? [] : [foreignBadges(path, foreign)],
  };
}

function isOurs({ badge }: BadgeSpan, family: readonly string[]): boolean {
  return badge.kind !== 'doi' || family.some((doi) => sameDoi(doi, badge.doi));
}

function shownDoi({ badge }: BadgeSpan): string {
  return badge.kind === 'doi' ? badge.doi : badge.kind;
}

function renewal({ image, link }: BadgeSpan, doi: string, site: string): readonly Splice[] {
  const shown = {
    start: image.start,
    end: image.end,
    text: renewedBadgeImage(image.url, doi, site),
  };
  // A link that leads elsewhere, to a citation page for example, was meant so.
  if (link === null || !isBadgeLink(link.url)) return [shown];
  return [shown, { start: link.start, end: link.end, text: doiUrl(doi, site) }];
}

/** The DOIs that badges of a document show, for comparing them with what is published. */
export function badgeDois(text: string, path: string): readonly string[] {
  return findBadges(text, markupOf(path)).flatMap(({ badge }) =>
    badge.kind === 'doi' ? [parseDoi(badge.doi) ?? badge.doi] : [],
  );
}
