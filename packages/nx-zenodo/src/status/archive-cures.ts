import { shellWord } from '@nx-zenodo/finalize';
import type { ChecklistItem } from '@nx-zenodo/finalize';

/** The checklist with the cures of an archive, whose targets are others than those of a release. */
export function archiveCures(
  items: readonly ChecklistItem[],
  tag: string,
): readonly ChecklistItem[] {
  const named = `--tag=${shellWord(tag)}`;
  const cures: Readonly<Record<string, string>> = {
    rehearsed: `Run zenodo-archive ${named}, or zenodo-archive:sandbox, with exactly this tag.`,
    files: 'Build the assets, or correct `assets` in zenodo.archive.json.',
    validation: `Run archive ${named} and cure what it finds.`,
    metadata: `Run archive ${named} and cure the errors that it names, in a tag of their own.`,
    doi: `Run zenodo-archive ${named} again: it finds the record and writes the receipt.`,
  };
  return items.map((item) =>
    item.cure === null ? item : { ...item, cure: cures[item.id] ?? item.cure },
  );
}
