import type { Finding } from '@nx-zenodo/findings';
import { finding } from '../metadata-error.js';
import type { MetadataSource } from '../release-metadata.js';
import { describeNotes } from '../source/release-notes.js';
import type { Statement } from '../source/statement.js';
import { readSourceText } from './read-source-text.js';
import { renderMarkdown } from './render-markdown.js';

/** What release notes state, the file that they are, and what is wrong with them. */
export interface ReadNotes {
  readonly statements: readonly Statement[];
  readonly sources: readonly MetadataSource[];
  readonly findings: readonly Finding[];
}

/** Reads release notes in Markdown as the description of the record; `path` null: there are none to be read. */
export async function readNotes(root: string, path: string | null): Promise<ReadNotes> {
  if (path === null) return { statements: [], sources: [], findings: [] };
  const { text, source, findings } = await readSourceText(root, path);
  const sources = source === null ? [] : [source];
  if (text === null) {
    const cure = 'Write the release notes, or name the right file under `description.from`.';
    const absent = finding('NZ3001', {
      message: `${path} does not exist.`,
      cure,
      place: { file: path },
    });
    return { statements: [], sources, findings: findings.length > 0 ? findings : [absent] };
  }
  const described = describeNotes(await renderMarkdown(text, { linkify: true }), path);
  return { statements: [described.statement], sources, findings: described.findings };
}
