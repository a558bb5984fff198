import { toHtml } from './text/html-text.js';
import type { SourceFacts } from './known-facts.js';
import { given } from '../../loose-json/loose-value.js';
import { guess } from './fact-findings.js';

/** Title and first paragraph of a Markdown or reStructuredText README. */
export function readmeFacts(source: string, text: string): SourceFacts {
  const blocks = text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .split(/\r?\n[ \t]*\r?\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
  const heading = blocks.findIndex(isHeading);
  const title = heading === -1 ? undefined : plain(headingText(blocks[heading] ?? ''));
  const paragraph = blocks.slice(heading + 1).find(isParagraph);
  const description = paragraph === undefined ? undefined : plain(paragraph);
  return {
    source,
    deposit: {
      ...given('title', title),
      ...given('description', description === undefined ? undefined : toHtml(description)),
    },
    findings:
      description === undefined
        ? []
        : [guess(source, 'description', 'The description is the first paragraph of the README.')],
  };
}

const isUnderlined = (block: string): boolean => /^.+\n(=+|-+|~+)$/.test(block);
const isHeading = (block: string): boolean => /^#{1,2} /.test(block) || isUnderlined(block);

function headingText(block: string): string {
  return (block.split('\n')[0] ?? '').replace(/^#+\s*/, '').replace(/\s*#+$/, '');
}

// Badges, lists, tables, code, directives and quotes are not prose.
function isParagraph(block: string): boolean {
  return !isHeading(block) && /^[\p{L}\p{N}*_"'“(]/u.test(block) && !/^([*+-]|\d+\.) /.test(block);
}

// Markdown's emphasis, code marks and links as the words they show.
function plain(text: string): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/`([^`]*)`/g, '$1')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}
