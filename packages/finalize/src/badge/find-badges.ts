import { inProse, markdownLines } from '../markdown/prose-lines.js';
import type { Markup } from './markup.js';
import { readBadgeImage } from './badge-image.js';
import type { BadgeImage } from './badge-image.js';

/** Where a URL stands in a text. */
export interface UrlSpan {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/** A DOI badge in a text, and the link on it. */
export interface BadgeSpan {
  readonly badge: BadgeImage;
  readonly image: UrlSpan;
  readonly link: UrlSpan | null;
}

const html = [
  String.raw`<a\b[^>]*?\bhref\s*=\s*["'](?<link>[^"']+)["'][^>]*>\s*<img\b[^>]*?\bsrc\s*=\s*["'](?<image>[^"']+)["']`,
  String.raw`<img\b[^>]*?\bsrc\s*=\s*["'](?<image>[^"']+)["']`,
];
const target = String.raw`<?(?<image>[^\s)>]+)>?[^)]*`;
// Linked forms stand before the bare ones, which they contain.
const patterns: Readonly<Record<Markup, readonly string[]>> = {
  markdown: [
    String.raw`\[!\[[^\]]*\]\(\s*${target}\)\s*\]\(\s*<?(?<link>[^\s)>]+)`,
    String.raw`!\[[^\]]*\]\(\s*${target}\)`,
    String.raw`^ {0,3}\[[^\]]+\]:[ \t]*<?(?<image>[^\s>]+)`,
    ...html,
  ],
  rst: [
    String.raw`^[ \t]*\.\. (?:\|[^|\n]+\| )?image::[ \t]+(?<image>\S+)(?:\r?\n[ \t]+:(?!target:)[^\n]*)*\r?\n[ \t]+:target:[ \t]+(?<link>\S+)`,
    String.raw`^[ \t]*\.\. (?:\|[^|\n]+\| )?image::[ \t]+(?<image>\S+)`,
  ],
  asciidoc: [
    String.raw`image::?(?<image>[^\s[]+)\[[^\]\n]*?link=["']?(?<link>[^\],"'\s]+)`,
    String.raw`(?<link>https?:\/\/[^\s[]+)\[image:(?<image>[^\s[]+)\[`,
    String.raw`image::?(?<image>[^\s[]+)\[`,
  ],
  html,
};

/** Every DOI badge in a text, in the order of the text; code in Markdown is left alone. */
export function findBadges(text: string, markup: Markup): readonly BadgeSpan[] {
  const lines = markup === 'markdown' ? markdownLines(text) : [];
  const found = new Map<number, BadgeSpan>();
  for (const pattern of patterns[markup]) {
    for (const match of text.matchAll(new RegExp(pattern, 'dgim'))) {
      const image = span(match, 'image');
      const badge = image === null ? null : readBadgeImage(image.url);
      if (image === null || badge === null || found.has(image.start)) continue;
      if (!inProse(lines, image.start)) continue;
      found.set(image.start, { badge, image, link: span(match, 'link') });
    }
  }
  const spans = [...found.values()].sort((a, b) => a.image.start - b.image.start);
  return markup === 'markdown' ? spans.map((badge) => withDefinedLink(text, badge)) : spans;
}

function span(match: RegExpExecArray, group: 'image' | 'link'): UrlSpan | null {
  const at = match.indices?.groups?.[group];
  const url = match.groups?.[group];
  return at === undefined || url === undefined ? null : { start: at[0], end: at[1], url };
}

// [![DOI][image]][link] keeps both URLs in definitions elsewhere (CommonMark 4.7).
function withDefinedLink(text: string, found: BadgeSpan): BadgeSpan {
  const definition = /^ {0,3}\[([^\]]+)\]:[ \t]*<?$/m.exec(
    text.slice(text.lastIndexOf('\n', found.image.start) + 1, found.image.start),
  );
  if (definition === null) return found;
  const label = escaped(definition[1]!);
  const use = new RegExp(
    String.raw`\[!\[[^\]]*\]\[${label}\]\](?:\[(?<label>[^\]]+)\]|\(\s*<?(?<link>[^\s)>]+))`,
    'di',
  ).exec(text);
  if (use === null) return found;
  const linkLabel = use.groups?.['label'];
  if (linkLabel === undefined) return { ...found, link: span(use, 'link') };
  const defined = new RegExp(
    String.raw`^ {0,3}\[${escaped(linkLabel)}\]:[ \t]*<?(?<link>[^\s>]+)`,
    'dim',
  ).exec(text);
  return defined === null ? found : { ...found, link: span(defined, 'link') };
}

function escaped(label: string): string {
  return label.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
