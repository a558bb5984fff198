import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Text of a file as it stands on disk, whatever the tree of a generator says; null without a file. */
export function standingText(root: string, path: string): string | null {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return null;
  }
}
