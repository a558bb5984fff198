import type { FileChange } from '@nx/devkit';
import { createTwoFilesPatch } from 'diff';

/** A change of the tree as a unified diff, the way `git diff` shows it; `before` is null for a new file. */
export function changeText(change: FileChange, before: string | null): string {
  const after = change.type === 'DELETE' ? '' : (change.content?.toString('utf8') ?? '');
  const from = before === null ? '/dev/null' : `a/${change.path}`;
  const to = change.type === 'DELETE' ? '/dev/null' : `b/${change.path}`;
  const patch = createTwoFilesPatch(from, to, before ?? '', after, undefined, undefined, {
    context: 2,
  });
  return patch.split('\n').slice(1).join('\n').trimEnd();
}
