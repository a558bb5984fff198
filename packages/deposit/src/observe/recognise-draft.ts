import type { DepositionFacts } from '@nx-zenodo/zenodo-api';
import { isSameContent, isSameFiles } from '../compare/same-files.js';
import { desiredVersion } from '../release/desired-deposit.js';
import type { DesiredDeposit } from '../release/desired-deposit.js';
import { metadataText } from './observed-deposit.js';

/**
 * Whose draft it is, told by its content:
 * `ours` a run for this very release left it behind, in whatever state;
 * `copy` a new version that Zenodo prepared and nobody has touched, so nothing is lost by using it;
 * `other` anything else.
 */
export type DraftKind = 'ours' | 'copy' | 'other';

/** Recognises a draft. `previous` is the newest published version of its concept, if there is one. */
export function recogniseDraft(
  desired: DesiredDeposit,
  draft: DepositionFacts,
  previous: DepositionFacts | undefined,
): DraftKind {
  const version = metadataText(draft.metadata, 'version');
  if (previous !== undefined && isUntouchedCopy(draft, previous, version)) return 'copy';
  if (version !== desiredVersion(desired)) return 'other';
  // Under a concept of its own nothing but the title ties a draft to this release.
  if (previous === undefined && draft.title.trim() !== (desired.metadata.title ?? '').trim()) {
    return 'other';
  }
  const wanted = new Set(desired.files.map((file) => file.key));
  const inherited = previous?.files ?? [];
  const isKnown = draft.files.every(
    (file) =>
      wanted.has(file.key) ||
      inherited.some((old) => old.key === file.key && isSameContent(old, file)),
  );
  return isKnown ? 'ours' : 'other';
}

// Zenodo drops the version and sets the date of a new version; everything else it copies.
function isUntouchedCopy(
  draft: DepositionFacts,
  previous: DepositionFacts,
  version: string,
): boolean {
  return (
    version === '' && draft.title === previous.title && isSameFiles(previous.files, draft.files)
  );
}
