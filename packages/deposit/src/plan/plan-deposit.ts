import type {
  DoneDeposition,
  InProgressDeposition,
  UnsubmittedDeposition,
} from '@nx-zenodo/zenodo-api';
import { compareFiles, isSameFiles } from '../compare/same-files.js';
import { metadataChanges, newDifferences } from '../compare/compare-metadata.js';
import type { MetadataDifference } from '../compare/compare-metadata.js';
import { metadataText } from '../observe/observed-deposit.js';
import type { ObservedDeposit, PublishedVersion } from '../observe/observed-deposit.js';
import { recogniseDraft } from '../observe/recognise-draft.js';
import type { DraftKind } from '../observe/recognise-draft.js';
import { desiredVersion } from '../release/desired-deposit.js';
import type { DesiredDeposit } from '../release/desired-deposit.js';
import type { DepositFinding } from '../deposit-error.js';
import type { DepositPlan, DepositStep } from './deposit-plan.js';
import type { DraftPolicy, PlanKnowledge } from './plan-knowledge.js';
import {
  editIsOpen,
  foreignDraft,
  leftAlone,
  namesakeStands,
  noPublishedVersion,
  otherFilesPublished,
  reservationGone,
  sameBytesPublished,
} from './refusals.js';

/**
 * Decides what is to be done: total, without I/O, and without a memory of its own. Called again after every
 * doubt, it leads from any state that an interrupted run can leave to one published version.
 */
export function planDeposit(
  desired: DesiredDeposit,
  observed: ObservedDeposit,
  knowledge: PlanKnowledge,
): DepositPlan {
  const version = desiredVersion(desired);
  const published = observed.versions.find(
    (one) => metadataText(one.metadata, 'version') === version,
  );
  if (published !== undefined) return planPublished(desired, observed, published, knowledge);
  const twin = observed.versions.find((one) => isSameFiles(desired.files, one.files));
  if (twin !== undefined && desired.files.length > 0)
    return refuse(sameBytesPublished(desired, twin));
  if (!isReservationKept(observed, knowledge)) {
    return refuse(reservationGone(knowledge.reservation));
  }
  const latest = observed.versions[0];
  if (latest === undefined) return planFirst(desired, observed, knowledge);
  return planVersion(desired, observed, latest, knowledge);
}

// A DOI that stands in the files has to be the one that is published.
function isReservationKept(observed: ObservedDeposit, { reservation }: PlanKnowledge): boolean {
  if (reservation === null) return true;
  const { depositionId, doi } = reservation;
  return observed.drafts.some((draft) => draft.id === depositionId && draft.doi === doi);
}

function planPublished(
  desired: DesiredDeposit,
  observed: ObservedDeposit,
  published: PublishedVersion,
  knowledge: PlanKnowledge,
): DepositPlan {
  if (!isSameFiles(desired.files, published.files)) {
    const difference = compareFiles(desired.files, published.files);
    return refuse(otherFilesPublished(desired, published, difference));
  }
  const differences = newDifferences(
    metadataChanges(desired.metadata, published.metadata, published.modified),
    knowledge.knownDifferences,
  );
  const metadata: DepositStep = { do: 'update-metadata', metadata: desired.metadata };
  if (published.state === 'inprogress') {
    const resume: DepositStep = { do: 'resume', draft: published };
    if (knowledge.prepared === published.id) {
      return publish('edit', [resume, { do: 'compare-files' }, { do: 'publish' }], differences);
    }
    const isOurs =
      differences.length === 0 ||
      observed.untouchedEdits.has(published.id) ||
      knowledge.own.has(published.id) ||
      knowledge.journalled === published.id;
    if (isOurs) return publish('edit', [resume, metadata, ...last], differences);
    return planForeign(published, editIsOpen(published), 'edit', knowledge.draftPolicy);
  }
  const leftovers = discardable(desired, observed, observed.drafts, knowledge);
  if (differences.length === 0) return { kind: 'unchanged', version: published, steps: leftovers };
  return publish('edit', [{ do: 'open-edit', of: published }, metadata, ...last], differences);
}

function planFirst(
  desired: DesiredDeposit,
  observed: ObservedDeposit,
  knowledge: PlanKnowledge,
): DepositPlan {
  const kinds = kindsOf(desired, observed, knowledge);
  const ours = observed.drafts.filter((one) => kinds.get(one.id) === 'ours');
  const reserved = ours.find((one) => one.id === knowledge.reservation?.depositionId);
  const draft = reserved ?? ours[0];
  const twins = ours.filter((one) => one !== draft);
  if (draft !== undefined) {
    // The oldest wins, on every machine: two runs that began at once agree without talking.
    const steps = discardable(desired, observed, twins, knowledge);
    return steps.length > 0
      ? publish('resume', [...steps, { do: 'look-again' }], [])
      : planDraft(desired, draft, observed, knowledge);
  }
  if (observed.concept !== null) {
    const [other] = observed.drafts;
    return other === undefined
      ? refuse(noPublishedVersion(observed.concept.recordId))
      : planForeign(other, foreignDraft(other), 'resume', knowledge.draftPolicy);
  }
  if (observed.namesakes.length > 0 && !knowledge.allowNewConcept) {
    return refuse(namesakeStands(desired, observed.namesakes));
  }
  const steps: DepositStep[] = [
    { do: 'create', metadata: desired.metadata },
    ...uploads(desired, []),
    ...last,
  ];
  return publish('first', steps, [], observed.drafts.map(leftAlone));
}

function planVersion(
  desired: DesiredDeposit,
  observed: ObservedDeposit,
  latest: PublishedVersion,
  knowledge: PlanKnowledge,
): DepositPlan {
  const kinds = kindsOf(desired, observed, knowledge);
  const reserved = observed.drafts.find((one) => one.id === knowledge.reservation?.depositionId);
  const draft = reserved ?? observed.drafts[0];
  if (draft !== undefined) {
    return kinds.get(draft.id) === 'other'
      ? planForeign(draft, foreignDraft(draft), 'resume', knowledge.draftPolicy)
      : planDraft(desired, draft, observed, knowledge);
  }
  if (latest.state === 'inprogress') {
    return planForeign(latest, editIsOpen(latest), 'edit', knowledge.draftPolicy);
  }
  return publish('version', [
    { do: 'start-version', of: latest },
    { do: 'update-metadata', metadata: desired.metadata },
    ...uploads(desired, latest.files),
    ...last,
  ]);
}

function planDraft(
  desired: DesiredDeposit,
  draft: UnsubmittedDeposition,
  observed: ObservedDeposit,
  knowledge: PlanKnowledge,
): DepositPlan {
  if (knowledge.draftPolicy === 'refuse' && !knowledge.own.has(draft.id)) {
    return refuse(foreignDraft(draft));
  }
  const resume: DepositStep = { do: 'resume', draft };
  const isReady = knowledge.prepared === draft.id && isSameFiles(desired.files, draft.files);
  if (!isReady) {
    const steps: DepositStep[] = [
      resume,
      { do: 'update-metadata', metadata: desired.metadata },
      ...uploads(desired, draft.files),
      ...last,
    ];
    return publish('resume', steps);
  }
  // A draft under a published concept is the only one that Zenodo allows; a concept of its own may have twins.
  if (observed.versions.length === 0 && !observed.indexed.has(draft.id)) {
    return { kind: 'wait', draft };
  }
  return publish('resume', [resume, { do: 'compare-files' }, { do: 'publish' }]);
}

function planForeign(
  draft: UnsubmittedDeposition | InProgressDeposition,
  finding: DepositFinding,
  route: 'resume' | 'edit',
  policy: DraftPolicy,
): DepositPlan {
  if (policy === 'ask') return { kind: 'ask', draft, finding };
  if (policy !== 'discard') return refuse(finding);
  return publish(route, [{ do: 'discard', draft }, { do: 'look-again' }]);
}

const last: readonly DepositStep[] = [
  { do: 'look-again' },
  { do: 'compare-files' },
  { do: 'publish' },
];

function publish(
  route: 'first' | 'version' | 'resume' | 'edit',
  steps: readonly DepositStep[],
  differences: readonly MetadataDifference[] = [],
  notes: readonly DepositFinding[] = [],
): DepositPlan {
  return { kind: 'publish', route, steps, differences, notes };
}

function refuse(finding: ReturnType<typeof foreignDraft>): DepositPlan {
  return { kind: 'refuse', findings: [finding] };
}

/** What has to go, what stays, what is sent: files of the same name, size and md5 are not sent again. */
function uploads(
  desired: DesiredDeposit,
  present: DoneDeposition['files'],
): readonly DepositStep[] {
  const { changed, extra, missing } = compareFiles(desired.files, present);
  const toSend = new Set([...changed, ...missing]);
  const send = desired.files.filter((file) => toSend.has(file.key));
  const keep = desired.files.filter((file) => !toSend.has(file.key));
  return [
    ...(extra.length === 0 ? [] : [{ do: 'delete-files', keys: extra } as const]),
    ...(keep.length === 0 ? [] : [{ do: 'keep-files', files: keep } as const]),
    ...(send.length === 0 ? [] : [{ do: 'upload-files', files: send } as const]),
  ];
}

function kindsOf(
  desired: DesiredDeposit,
  observed: ObservedDeposit,
  knowledge: PlanKnowledge,
): ReadonlyMap<number, DraftKind> {
  const latest = observed.versions[0];
  return new Map(
    observed.drafts.map((draft) => [
      draft.id,
      knowledge.own.has(draft.id) || knowledge.reservation?.depositionId === draft.id
        ? 'ours'
        : recogniseDraft(desired, draft, latest, knowledge.journalled === draft.id),
    ]),
  );
}

// Discarded without a question is only what holds nothing that the release does not hold too.
function discardable(
  desired: DesiredDeposit,
  observed: ObservedDeposit,
  drafts: readonly UnsubmittedDeposition[],
  knowledge: PlanKnowledge,
): readonly DepositStep[] {
  return drafts
    .filter((draft) => {
      if (knowledge.own.has(draft.id)) return true;
      const isOurs = recogniseDraft(desired, draft, observed.versions[0], false) === 'ours';
      return isOurs && metadataChanges(desired.metadata, draft.metadata).length === 0;
    })
    .map((draft): DepositStep => ({ do: 'discard', draft }));
}
