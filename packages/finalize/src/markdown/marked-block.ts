import { unpairedMarker } from '../findings/document-findings.js';
import type { FinalizeFinding } from '../findings/finalize-error.js';
import { placeOf, withLineEnding } from '../text/lines.js';
import { markdownLines } from './prose-lines.js';
import type { MarkdownLine } from './prose-lines.js';

/** What is generated into Markdown, each between its own pair of markers. */
export type BlockName = 'inventory' | 'citation' | 'release';

export function openingMarker(name: BlockName): string {
  return `<!-- nx-zenodo:${name} -->`;
}

export function closingMarker(name: BlockName): string {
  return `<!-- /nx-zenodo:${name} -->`;
}

/** Generated content between its markers, as it is put into a text that has none yet. */
export function markedBlock(name: BlockName, content: string): string {
  return `${openingMarker(name)}\n\n${content.trim()}\n\n${closingMarker(name)}\n`;
}

/** What became of a block, or why there is none that could be replaced. */
export type BlockReplacement =
  | { readonly kind: 'replaced'; readonly text: string }
  /** The text has no such markers. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unpaired'; readonly findings: readonly FinalizeFinding[] };

/**
 * Replaces what stands between the markers of a block. An opening marker alone names a place: the block is put
 * there and closed. Markers in fenced code do not count.
 */
export function replaceBlock(
  text: string,
  file: string,
  name: BlockName,
  content: string,
): BlockReplacement {
  const lines = markdownLines(text);
  const opening = markers(lines, openingMarker(name));
  const closing = markers(lines, closingMarker(name));
  const [open] = opening;
  const [close] = closing;
  if (open === undefined && close === undefined) return { kind: 'absent' };
  const unpaired = (line: MarkdownLine, reason: string): BlockReplacement => ({
    kind: 'unpaired',
    findings: [unpairedMarker({ file, ...placeOf(text, line.start) }, reason)],
  });
  if (open === undefined) return unpaired(close!, 'the closing one stands alone');
  if (opening[1] !== undefined) return unpaired(opening[1], 'the opening one stands twice');
  if (closing[1] !== undefined) return unpaired(closing[1], 'the closing one stands twice');
  if (close !== undefined && close.start < open.start) {
    return unpaired(close, 'the closing one stands first');
  }
  const last = close ?? open;
  const block = withLineEnding(markedBlock(name, content).trimEnd(), text);
  const after = text.slice(last.start + last.text.length);
  return { kind: 'replaced', text: text.slice(0, open.start) + block + after };
}

function markers(lines: readonly MarkdownLine[], marker: string): readonly MarkdownLine[] {
  return lines.filter(({ text, prose }) => prose && text.trim() === marker);
}
