import { formatDiff } from '../text/unified-diff.js';
import type { FinalizePlan } from './plan-finalize.js';

/** The plan as a person reads it before anything is written: every change as a unified diff. */
export function formatFinalizePlan(plan: FinalizePlan): string {
  if (plan.changes.length === 0) {
    return `Nothing to write: the documents name ${plan.doi} already.\n`;
  }
  return plan.changes.map(formatDiff).join('\n');
}
