import { isDeepStrictEqual } from 'node:util';
import type { DepositionFacts } from '@nx-zenodo/zenodo-api';
import { isSameContent, isSameFiles } from '../compare/same-files.js';
import { desiredVersion } from '../release/desired-deposit.js';
import type { DesiredDeposit } from '../release/desired-deposit.js';
import { metadataText } from './observed-deposit.js';
import type { PublishedVersion } from './observed-deposit.js';

/**
 * Whose draft it is, told by its content:
 * `ours` a run for this very release left it behind, in whatever state;
 * `copy` a new version that Zenodo prepared and nobody has touched, so nothing is lost by using it;
 * `other` anything else.
 */
export type DraftKind = 'ours' | 'copy' | 'other';

/**
 * Recognises a draft. `previous` is the newest published version of its concept, if there is one;
 * `journalled` says that a run of this release wrote down having made it, so that title and version, which
 * may have been corrected since, need not be equal.
 */
export function recogniseDraft(
  desired: DesiredDeposit,
  draft: DepositionFacts,
  previous: PublishedVersion | undefined,
  journalled: boolean,
): DraftKind {
  const version = metadataText(draft.metadata, 'version');
  if (previous !== undefined && isUntouchedCopy(draft, previous, version)) return 'copy';
  const isNamed = journalled || isNamedLike(desired, draft, version, previous === undefined);
  return isNamed && holdsOnlyKnown(desired, draft, previous) ? 'ours' : 'other';
}

// Under a concept of its own nothing but title and version ties a draft to this release.
function isNamedLike(
  desired: DesiredDeposit,
  draft: DepositionFacts,
  version: string,
  withTitle: boolean,
): boolean {
  if (version !== desiredVersion(desired)) return false;
  return !withTitle || draft.title.trim() === (desired.metadata.title ?? '').trim();
}

function holdsOnlyKnown(
  desired: DesiredDeposit,
  draft: DepositionFacts,
  previous: DepositionFacts | undefined,
): boolean {
  // Before the bundle is made it is not known which files are ours.
  if (desired.files.length === 0) return true;
  const wanted = new Set(desired.files.map((file) => file.key));
  const inherited = previous?.files ?? [];
  return draft.files.every(
    (file) =>
      wanted.has(file.key) ||
      inherited.some((old) => old.key === file.key && isSameContent(old, file)),
  );
}

// What `newversion` sets or leaves out; everything else it copies. Communities belong to the concept.
const notCopied = new Set(['version', 'publication_date', 'doi', 'prereserve_doi', 'communities']);

// Of a record that is being edited the deposition tells the edit, not what Zenodo copied.
function isUntouchedCopy(
  draft: DepositionFacts,
  previous: PublishedVersion,
  version: string,
): boolean {
  return (
    previous.state === 'done' &&
    version === '' &&
    isDeepStrictEqual(copied(draft.metadata), copied(previous.metadata)) &&
    isSameFiles(previous.files, draft.files)
  );
}

function copied(metadata: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(metadata).filter(([field]) => !notCopied.has(field)));
}
