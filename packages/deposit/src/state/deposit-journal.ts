import * as v from 'valibot';
import type { ReleaseName } from '../release/desired-deposit.js';

/**
 * What a run writes down before and after each step. A help, never the truth: it saves a later run from
 * waiting for the index, and everything it says is read from Zenodo and recognised before it is used.
 */
export interface JournalEntry {
  readonly schemaVersion: 1;
  /** Scheme, host and port of the API. */
  readonly origin: string;
  readonly release: ReleaseName;
  /** The draft that was made or resumed; null while it is being made. */
  readonly depositionId: number | null;
  /** What was about to be done, or was done, in words for a person. */
  readonly step: string;
}

/** The step of a run that came to its end; its deposition is still worth a look where lists lag behind. */
export const closedStep = 'done: it is published';

const entrySchema = v.object({
  schemaVersion: v.literal(1),
  origin: v.string(),
  release: v.object({ name: v.string(), version: v.string() }),
  depositionId: v.nullable(v.pipe(v.number(), v.integer())),
  step: v.string(),
});

/** Reads a journal; null for anything else, because a journal that cannot be read is no reason to stop. */
export function parseJournal(text: string): JournalEntry | null {
  try {
    const result = v.safeParse(entrySchema, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

/** Text of a journal. */
export function formatJournal(entry: JournalEntry): string {
  return `${JSON.stringify(entry, null, 2)}\n`;
}

/** The draft that the journal names, if it speaks of this release at this service. */
export function journalledDraft(
  entry: JournalEntry | null,
  origin: string,
  release: ReleaseName,
): number | null {
  if (entry === null || entry.origin !== origin) return null;
  const isSame = entry.release.name === release.name && entry.release.version === release.version;
  return isSame ? entry.depositionId : null;
}
