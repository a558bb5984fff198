import type {
  Deposition,
  DoneDeposition,
  InProgressDeposition,
  UnsubmittedDeposition,
} from '@nx-zenodo/zenodo-api';
import { ZenodoError } from '@nx-zenodo/zenodo-client';
import type { DepositStep } from '../plan/deposit-plan.js';
import { compareWithList } from './compare-with-list.js';
import type { DepositRun } from './deposit-run.js';
import { publishOnce } from './publish-once.js';
import type { Published } from './publish-once.js';
import { uploadFiles } from './upload-files.js';

type Draft = UnsubmittedDeposition | InProgressDeposition;

/**
 * Carries out steps in their order and decides nothing. Answers the published deposition, or undefined where
 * the plan says to look again.
 */
export async function applyPlan(
  run: DepositRun,
  steps: readonly DepositStep[],
): Promise<Published | undefined> {
  let draft: Draft | undefined;
  for (const step of steps) {
    if (step.do === 'look-again') return undefined;
    if (step.do === 'publish') return publishOnce(run, needed(draft));
    draft = await applyStep(run, step, draft);
  }
  return undefined;
}

type PreparingStep = Exclude<DepositStep, { do: 'look-again' | 'publish' }>;

/** One step; answers the draft that the following steps work on. */
async function applyStep(
  run: DepositRun,
  step: PreparingStep,
  draft: Draft | undefined,
): Promise<Draft | undefined> {
  switch (step.do) {
    case 'create':
    case 'start-version':
    case 'open-edit':
    case 'resume':
      return takeUp(run, step);
    case 'discard':
      await run.client.discardDraft(step.draft);
      run.own.delete(step.draft.id);
      run.report({ kind: 'draft-discarded', depositionId: step.draft.id });
      return draft;
    case 'update-metadata': {
      const updated = await run.client.updateMetadata(needed(draft), step.metadata);
      run.prepared = updated.id;
      run.report({ kind: 'metadata-updated', depositionId: updated.id });
      return updated;
    }
    case 'delete-files':
      await deleteFiles(run, unpublished(draft), step.keys);
      return draft;
    case 'keep-files':
      for (const { key, size } of step.files) run.report({ kind: 'file-kept', key, size });
      return draft;
    case 'upload-files':
      await uploadFiles(run, unpublished(draft), step.files);
      return draft;
    case 'compare-files':
      await compareWithList(run, needed(draft));
      return draft;
  }
}

async function takeUp(
  run: DepositRun,
  step: Extract<DepositStep, { do: 'create' | 'start-version' | 'open-edit' | 'resume' }>,
): Promise<Draft> {
  if (step.do === 'create') await run.note('create a draft', null);
  const draft = await openDraft(run, step);
  await run.note('fill the draft', draft.id);
  const kinds = {
    create: 'draft-created',
    'start-version': 'version-started',
    'open-edit': 'edit-opened',
    resume: 'draft-resumed',
  } as const;
  const isKnown = run.own.has(draft.id);
  run.own.add(draft.id);
  // What this run has in its hands already is no news.
  if (step.do !== 'resume' || !isKnown) {
    run.report({ kind: kinds[step.do], depositionId: draft.id, url: draft.links.html });
  }
  if (step.do === 'create') run.prepared = draft.id;
  return draft;
}

function openDraft(
  run: DepositRun,
  step: Extract<DepositStep, { do: 'create' | 'start-version' | 'open-edit' | 'resume' }>,
): Promise<Draft> {
  switch (step.do) {
    case 'create':
      return run.client.createDeposition(step.metadata);
    case 'start-version':
      return startVersion(run, step.of);
    case 'open-edit':
      return run.client.openEdit(step.of);
    case 'resume':
      return Promise.resolve(step.draft);
  }
}

// One draft of a next version may be open: where Zenodo says that one is, it is asked which, because the
// list may not show it yet. Whose it is, the next look tells.
async function startVersion(run: DepositRun, of: DoneDeposition): Promise<Draft> {
  try {
    return await run.client.createVersion(of);
  } catch (error) {
    if (isDraftOpen(error)) run.seen.add(await run.client.findVersionDraft(of));
    throw error;
  }
}

/** Zenodo's way to say that a draft of the next version is open. */
export function isDraftOpen(error: unknown): boolean {
  if (!(error instanceof ZenodoError)) return false;
  return error.findings.some((finding) => /remove all files first/i.test(finding.message));
}

async function deleteFiles(
  run: DepositRun,
  draft: UnsubmittedDeposition,
  keys: readonly string[],
): Promise<void> {
  const files = await run.client.listFiles(draft.id);
  for (const file of files.filter((one) => keys.includes(one.key))) {
    await run.client.deleteFile(draft, file);
    run.report({ kind: 'file-deleted', key: file.key });
  }
}

function needed(draft: Draft | undefined): Draft {
  if (draft === undefined) throw new Error('A plan works on a draft before it opens one.');
  return draft;
}

function unpublished(draft: Draft | undefined): UnsubmittedDeposition {
  const deposition: Deposition = needed(draft);
  if (deposition.state === 'unsubmitted') return deposition;
  throw new Error('A plan changes the files of a published deposition.');
}
