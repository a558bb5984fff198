import type { DraftDecision } from '@nx-zenodo/deposit';
import { formatFinding } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';
import { ask } from './ask.js';

const decisions: Readonly<Record<string, DraftDecision>> = { u: 'reuse', d: 'discard' };

/** Asks what to do with a draft that is not ours; nobody there, or any other answer, leaves it alone. */
export async function askAboutDraft(
  question: Finding,
  depositionId: number,
): Promise<DraftDecision> {
  const prompt = `${formatFinding(question)}\nDraft ${depositionId}: (u)se it, (d)iscard it, (N)either? `;
  const answer = await ask(prompt);
  return decisions[answer?.trim().toLowerCase() ?? ''] ?? 'refuse';
}
