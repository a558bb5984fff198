import { createTwoFilesPatch } from 'diff';

/** A change of one document; `before` is null for a document that does not exist yet. */
export interface TextChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}

/** The change as a unified diff with three lines of context, as `git apply` reads it; '' where nothing changes. */
export function formatDiff(change: TextChange): string {
  if (change.before === change.after) return '';
  const from = change.before === null ? '/dev/null' : `a/${change.path}`;
  const patch = createTwoFilesPatch(
    from,
    `b/${change.path}`,
    change.before ?? '',
    change.after,
    undefined,
    undefined,
    { context: 3 },
  );
  // The library's first line is a rule of 67 signs, which git takes for text before the patch.
  return patch.replace(/^=+\n/, '').replace(/^(---|\+\+\+) (.*)\t$/gm, '$1 $2');
}
