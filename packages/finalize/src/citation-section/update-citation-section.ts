import { fencedCode } from '../markdown/escape-markdown.js';
import { headings } from '../markdown/heading.js';
import { markedBlock, replaceBlock } from '../markdown/marked-block.js';
import { markdownLines } from '../markdown/prose-lines.js';
import { updateSection } from '../release-notes/update-release-notes.js';
import type { UpdatedText } from '../text/document-text.js';
import { updatedText } from '../text/document-text.js';
import { nextLineStart, withLineEnding } from '../text/lines.js';

/** A citation in the styles that a section shows. */
export interface Citation {
  /** One line, as a reference list prints it. */
  readonly text: string;
  readonly bibtex?: string;
}

/** The citation as Markdown. */
export function formatCitationBlock(citation: Citation): string {
  const text = citation.text.trim().replace(/([*_`<>[\]\\])/g, String.raw`\$1`);
  // A URL with escapes in it would no longer be one.
  const quoted = text.replace(/https?:\/\/\S+/g, (url) => url.replace(/\\([*_`<>[\]\\])/g, '$1'));
  if (citation.bibtex === undefined) return quoted;
  return `${quoted}\n\n${fencedCode('bibtex', citation.bibtex)}`;
}

/**
 * Writes the citation between the `citation` markers of a Markdown document. Without markers it goes below a
 * heading that speaks of citing, else into a section of its own at the end; an empty text becomes that section.
 */
export function updateCitationSection(text: string, path: string, citation: Citation): UpdatedText {
  const content = formatCitationBlock(citation);
  const replaced = replaceBlock(text, path, 'citation', content);
  if (replaced.kind === 'replaced') return updatedText(replaced.text);
  if (replaced.kind === 'unpaired') return { text, findings: replaced.findings };
  const lines = markdownLines(text);
  const heading = headings(lines).find((one) =>
    /^(?:how to )?cit(?:e|ing|ation)\b/i.test(one.text),
  );
  if (heading === undefined) {
    return updateSection(text, path, { name: 'citation', heading: 'Citation', content });
  }
  const below = nextLineStart(text, lines[heading.lastLine]!.start);
  const gap = text.endsWith('\n') || below < text.length ? '\n' : '\n\n';
  const block = withLineEnding(`${gap}${markedBlock('citation', content)}`, text);
  return updatedText(text.slice(0, below) + block + text.slice(below));
}
