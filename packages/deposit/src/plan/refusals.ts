import type { DepositionFacts } from '@nx-zenodo/zenodo-api';
import { formatFileDifference } from '../compare/same-files.js';
import type { FileDifference } from '../compare/same-files.js';
import { stop } from '../deposit-error.js';
import type { DepositFinding } from '../deposit-error.js';
import { metadataText } from '../observe/observed-deposit.js';
import type { Namesake, PublishedVersion } from '../observe/observed-deposit.js';
import { desiredVersion } from '../release/desired-deposit.js';
import type { DesiredDeposit } from '../release/desired-deposit.js';

/** The version is published, with other bytes. */
export function otherFilesPublished(
  desired: DesiredDeposit,
  published: PublishedVersion,
  difference: FileDifference,
): DepositFinding {
  return stop(
    'NZ6001',
    `Version ${desiredVersion(desired)} is published as record ${published.id} with other files (${formatFileDifference(difference)}). Files of a published record cannot be changed.`,
    'Give the release a new version, or restore the files that were published.',
  );
}

/** The bytes are published, as another version. */
export function sameBytesPublished(
  desired: DesiredDeposit,
  twin: PublishedVersion,
): DepositFinding {
  const version = metadataText(twin.metadata, 'version') || 'without a version';
  return stop(
    'NZ6002',
    `Exactly these files are published already as ${version}, record ${twin.id}; ${desiredVersion(desired)} would be the same bytes under another DOI.`,
    `Keep the version ${version} to edit the metadata of that record, or release files that have changed.`,
  );
}

/** The concept that was named has no published version that this token can see. */
export function noPublishedVersion(conceptRecordId: string): DepositFinding {
  return stop(
    'NZ6003',
    `Nothing under the concept ${conceptRecordId} can be seen with this token: neither a published version nor a draft.`,
    'Correct zenodo.conceptRecordId or zenodo.recordId, or remove it to publish a first version.',
  );
}

/** A draft of other content stands where ours would. */
export function foreignDraft(draft: DepositionFacts): DepositFinding {
  const title = draft.title === '' ? 'without a title' : `"${draft.title}"`;
  return stop(
    'NZ6004',
    `Draft ${draft.id} (${title}, ${draft.files.length} files) is open under this concept, and it is not of this release. Zenodo allows one draft at a time. It was not touched.`,
    'Publish or discard that draft on the site, or run again with the draft policy discard.',
  );
}

/** Somebody is editing the record. */
export function editIsOpen(published: DepositionFacts): DepositFinding {
  return stop(
    'NZ6005',
    `An edit of record ${published.id} is open, with changes that are not of this release. It was not touched.`,
    'Publish or discard that edit on the site, or run again with the draft policy discard.',
  );
}

/** A record of the same title stands, and nobody said whether this is its next version. */
export function namesakeStands(
  desired: DesiredDeposit,
  namesakes: readonly Namesake[],
): DepositFinding {
  const [first] = namesakes;
  const named = namesakes
    .map(
      (one) => `${one.recordId} (version ${one.version ?? 'none'}, concept ${one.conceptRecordId})`,
    )
    .join(', ');
  return stop(
    'NZ6006',
    `A record titled "${desired.metadata.title ?? ''}" is published already: ${named}. A second concept for the same work cannot be undone.`,
    `Set zenodo.conceptRecordId to ${first?.conceptRecordId ?? 'its concept'} to publish the next version, or allow a new concept.`,
  );
}

/** A draft that is called like ours and holds something else. */
export function leftAlone(draft: DepositionFacts): DepositFinding {
  const keys = draft.files.map((file) => file.key).join(', ');
  return {
    code: 'NZ6016',
    severity: 'warning',
    message: `Draft ${draft.id} has the title and version of this release, but holds other files (${keys}). It is left alone.`,
    cure: 'Look at it on the site, and discard it there if nobody needs it.',
  };
}

/** The draft whose DOI stands in the files is not there. */
export function reservationGone(
  reservation: { readonly depositionId: number; readonly doi: string } | null,
): DepositFinding {
  return stop(
    'NZ6020',
    `Draft ${reservation?.depositionId ?? 'none'}, for which ${reservation?.doi ?? 'no DOI'} was reserved, is not open any more with that DOI. The files that name it would name a DOI that leads nowhere.`,
    'Reserve again, write the new DOI into the files, freeze and bundle them; or remove the reservation.',
  );
}
