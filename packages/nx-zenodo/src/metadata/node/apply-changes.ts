import { writeWhole } from '../../chain/release-output.js';
import { formatFileChange } from '../file-change.js';
import type { FileChange } from '../file-change.js';

/** What {@link applyChanges} is told besides the changes. */
export interface ApplyOrder {
  /** Absolute release root. */
  readonly root: string;
  /** Whether the changes are made, or only shown. */
  readonly write: boolean;
  readonly say: (line: string) => void;
}

/** Shows the changes and, where that was asked for, writes every file whole. */
export async function applyChanges(
  changes: readonly FileChange[],
  { root, write, say }: ApplyOrder,
): Promise<void> {
  if (changes.length === 0) say('✓ Nothing to change');
  for (const change of changes) {
    say(formatFileChange(change));
    if (!write) continue;
    await writeWhole(root, change.path, change.after);
    say(`✓ Written: ${change.path}`);
  }
  if (changes.length > 0 && !write) say('ℹ Nothing was written; add --write to write this');
}
