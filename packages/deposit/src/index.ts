export type { Pause } from './apply/deposit-run.js';
export { compareMetadata } from './compare/compare-metadata.js';
export type { MetadataDifference } from './compare/compare-metadata.js';
export { DepositError } from './deposit-error.js';
export type { DepositErrorCode, DepositFinding } from './deposit-error.js';
export type { DepositEvent, Report } from './deposit-event.js';
export { depositRelease, planRelease } from './deposit-release.js';
export { discardOpenDrafts, listOpenDrafts } from './drafts/open-drafts.js';
export type { OpenDraft } from './drafts/open-drafts.js';
export { listOwnRecords, removeTestRecords } from './drafts/test-records.js';
export type { OwnRecord, RemovedRecord } from './drafts/test-records.js';
export { defaultStateFolder } from './node/state-folder.js';
export type { KnownRecord } from './observe/known-record.js';
export { observeDeposit } from './observe/observe-deposit.js';
export type { ObservationHints } from './observe/observe-deposit.js';
export type {
  ConceptOrigin,
  Namesake,
  ObservedDeposit,
  PublishedVersion,
} from './observe/observed-deposit.js';
export type { DepositPlan, DepositStep, Route } from './plan/deposit-plan.js';
export { formatPlan, formatReservationPlan } from './plan/format-plan.js';
export { planDeposit } from './plan/plan-deposit.js';
export type { DraftDecision, DraftPolicy, PlanKnowledge } from './plan/plan-knowledge.js';
export type { DepositReceipt, ReceiptFile, SavedReceipt } from './receipt/deposit-receipt.js';
export { decodeReceipt, formatReceipt } from './receipt/receipt-text.js';
export { checkRehearsal } from './rehearsal/check-rehearsal.js';
export type { DepositRequest, DepositSettings, ReserveRequest } from './release/deposit-request.js';
export type { DesiredDeposit, ReleaseName } from './release/desired-deposit.js';
export { decodeReservation, formatReservation } from './reserve/reservation.js';
export type { Reservation } from './reserve/reservation.js';
export { planReservation, reserveRelease } from './reserve/reserve-release.js';
export { auditReceipt } from './verify/audit-receipt.js';
export type { FileVerification, RecordVerification } from './verify/record-verification.js';
