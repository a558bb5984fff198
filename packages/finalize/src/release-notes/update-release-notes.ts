import type { ReleaseManifest } from '@nx-zenodo/manifest';
import { markedBlock, replaceBlock } from '../markdown/marked-block.js';
import type { BlockName } from '../markdown/marked-block.js';
import type { PublishedRelease } from '../published/published-release.js';
import type { UpdatedText } from '../text/document-text.js';
import { updatedText } from '../text/document-text.js';
import { endedLine, lineEnding, withLineEnding } from '../text/lines.js';
import { formatInventory, inventory } from './inventory.js';
import { formatVerification } from './verification.js';
import type { VerificationPlace } from './verification.js';

/** What the inventory is made of. */
export interface InventoryFacts {
  readonly manifest: ReleaseManifest;
  readonly published: PublishedRelease;
  readonly place?: VerificationPlace;
}

/**
 * Writes the artifact inventory and how to verify it between the `inventory` markers of release notes; a section
 * of its own is added at the end where the notes have no markers. NZ8007 where the markers enclose no block.
 */
export function updateInventory(
  text: string,
  path: string,
  { manifest, published, place = {} }: InventoryFacts,
): UpdatedText {
  const table = formatInventory(inventory(manifest, published.files));
  const content = `${table}\n\n### Verification\n\n${formatVerification(manifest, published, place)}`;
  return updateSection(text, path, { name: 'inventory', heading: 'Artifact inventory', content });
}

/** A generated section: its block, and the heading it gets where the text has no markers for it. */
export interface GeneratedSection {
  readonly name: BlockName;
  readonly heading: string;
  readonly content: string;
}

/** Replaces the section's block, or adds heading and block at the end; in an empty text it is the title. */
export function updateSection(text: string, path: string, section: GeneratedSection): UpdatedText {
  const replaced = replaceBlock(text, path, section.name, section.content);
  if (replaced.kind === 'replaced') return updatedText(replaced.text);
  if (replaced.kind === 'unpaired') return { text, findings: replaced.findings };
  const whole = endedLine(text);
  const gap = whole === '' || /\n\r?\n$/.test(whole) ? '' : lineEnding(text);
  const level = whole === '' ? '#' : '##';
  const block = `${level} ${section.heading}\n\n${markedBlock(section.name, section.content)}`;
  return updatedText(`${whole}${gap}${withLineEnding(block, text)}`);
}
