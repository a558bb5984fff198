import type { FinalizeFinding } from '../findings/finalize-error.js';

/** A document as an updater leaves it, and what it found on the way; the text is unchanged where it could not be. */
export interface UpdatedText {
  readonly text: string;
  readonly findings: readonly FinalizeFinding[];
}

/** A text that nothing was found in. */
export function updatedText(text: string): UpdatedText {
  return { text, findings: [] };
}
