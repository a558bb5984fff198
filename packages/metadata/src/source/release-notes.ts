import type { Finding } from '@nx-zenodo/findings';
import { RECORD_HTML, sanitizeHtml } from '@nx-zenodo/zenodo-api';
import { finding } from '../metadata-error.js';
import type { Statement } from './statement.js';

/** The description that release notes give, and what of them a record does not keep. */
export interface NotesDescription {
  readonly statement: Statement;
  readonly findings: readonly Finding[];
}

/**
 * HTML of release notes as a description in exactly the form that Zenodo keeps, so that what is sent is what is
 * stored. Elements that a record does not keep are told by name.
 */
export function describeNotes(html: string, file: string): NotesDescription {
  const kept = sanitizeHtml(html, RECORD_HTML).trim();
  const place = { file };
  const before = elementsOf(html);
  const after = elementsOf(kept);
  const lost = [...before.keys()].filter(
    (name) => (after.get(name) ?? 0) < (before.get(name) ?? 0),
  );
  const names = lost.filter((name) => !passedOver.has(name)).sort();
  const message = `Zenodo does not keep ${names.map((name) => `<${name}>`).join(', ')} of the release notes; the text in them stays.`;
  const statement: Statement = {
    source: file,
    field: 'description',
    value: kept,
    place,
    rule: 'Markdown',
  };
  const isEmpty = kept === '';
  return {
    statement,
    findings: [
      ...(names.length === 0 ? [] : [finding('NZ3055', { severity: 'warning', message, place })]),
      ...(isEmpty ? [finding('NZ3056', { message: 'The release notes say nothing.', place })] : []),
    ],
  };
}

// The rows of a table are kept without the parts that group them: nothing that a reader sees is lost.
const passedOver: ReadonlySet<string> = new Set(['thead', 'tfoot', 'tbody', 'colgroup', 'col']);

function elementsOf(html: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, name = ''] of html.matchAll(/<([a-z][a-z0-9]*)[\s/>]/gi)) {
    counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  }
  return counts;
}
