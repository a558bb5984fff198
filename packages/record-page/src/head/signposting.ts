import { html } from '../html/html.js';
import type { SafeHtml } from '../html/html.js';
import { safeUrl } from '../html/url.js';
import type { RecordView } from '../view/record-view.js';
import { orcidUrl } from '../words/orcid.js';
import { schemaType } from './schema-type.js';

/** One typed link from a record's page (signposting.org, FAIR Signposting level 1). */
export interface SignpostingLink {
  readonly rel: 'cite-as' | 'author' | 'license' | 'item' | 'describedby' | 'type' | 'collection';
  /** Absolute http or https address. */
  readonly href: string;
  /** MIME type of the target. */
  readonly type?: string;
}

const mimeType = /^[a-z]+\/[a-z0-9.+-]+$/;

// A header must stay short (servers refuse lines over 8 KiB), and a head is no list of files.
const itemsTold = { header: 20, head: 100 };

/** The typed links of a record: what to cite, by whom, under what terms, the files, the descriptions. */
export function signpostingLinks(record: RecordView): readonly SignpostingLink[] {
  const base = safeUrl(record.url);
  const loose = [
    { rel: 'cite-as' as const, href: record.doi && `https://doi.org/${record.doi.value}` },
    { rel: 'type' as const, href: 'https://schema.org/AboutPage' },
    { rel: 'type' as const, href: `https://schema.org/${schemaType(record.resourceType.id)}` },
    ...record.creators.map(({ orcid }) => ({
      rel: 'author' as const,
      href: (orcid && orcidUrl(orcid)) ?? undefined,
    })),
    ...record.licences.map(({ url }) => ({ rel: 'license' as const, href: url })),
    ...record.exports.map(({ url, type }) => ({ rel: 'describedby' as const, href: url, type })),
    ...record.files.map(({ downloadUrl }) => ({ rel: 'item' as const, href: downloadUrl })),
  ];
  return loose.flatMap((link) => absolute(link, base));
}

interface LooseLink {
  readonly rel: SignpostingLink['rel'];
  readonly href: string | undefined;
  readonly type?: string | undefined;
}

function absolute({ rel, href, type }: LooseLink, base: string | null): SignpostingLink[] {
  const safe = href === undefined ? null : safeUrl(href);
  if (safe === null || !URL.canParse(safe, base ?? undefined)) return [];
  const url = new URL(safe, base ?? undefined);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return [];
  return [{ rel, href: url.href, ...(type !== undefined && mimeType.test(type) ? { type } : {}) }];
}

function links(record: RecordView, items: number): readonly SignpostingLink[] {
  let told = 0;
  return signpostingLinks(record).filter(({ rel }) => rel !== 'item' || (told += 1) <= items);
}

/** The same links as elements of the head, at most 100 of them files. */
export function signpostingElements(record: RecordView): readonly SafeHtml[] {
  return links(record, itemsTold.head).map(({ rel, href, type }) =>
    type === undefined
      ? html`<link rel="${rel}" href="${href}" />`
      : html`<link rel="${rel}" type="${type}" href="${href}" />`,
  );
}

/**
 * The same links as the value of a `Link` header (RFC 8288), at most 20 of them files. Addresses come out
 * of the URL parser, so that no comma, quote, bracket or line end of theirs can end a link or the header.
 */
export function formatLinkHeader(record: RecordView): string {
  return links(record, itemsTold.header)
    .map(({ rel, href, type }) => {
      const target = href.replace(/[^\u0021-\u007e]|[<>",]/g, (c) => encodeURIComponent(c));
      return `<${target}>; rel="${rel}"${type === undefined ? '' : `; type="${type}"`}`;
    })
    .join(', ');
}
