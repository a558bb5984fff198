import { takeDeposit } from '@nx-zenodo/metadata';
import type { RecordView } from '@nx-zenodo/record-page';
import type { PreviewFacts } from './preview-facts.js';
import { previewSite, statedCommunities, viewDraft } from './view-draft.js';

/** The record that this release would become, every finding with it. */
export function viewOurRecord(facts: PreviewFacts, notice: string): RecordView {
  const { deposit, today, files, findings, citations, reservation } = facts;
  const { draft } = takeDeposit(deposit, today);
  return {
    ...viewDraft(draft, statedCommunities(deposit)),
    site: { ...previewSite, notice },
    files,
    findings,
    citations,
    ...(reservation === null ? {} : reservedDoi(reservation)),
  };
}

function reservedDoi({ doi, conceptDoi }: NonNullable<PreviewFacts['reservation']>) {
  return {
    doi: { value: doi },
    ...(conceptDoi === null ? {} : { conceptDoi: { value: conceptDoi } }),
    doiState: 'reserved' as const,
  };
}
