import { ask } from '../../terminal/node/ask.js';
import type { NeededFact } from '../metadata-file/missing-facts.js';

/** True when `nx g` runs on a terminal and nobody said --no-interactive. */
export function canAsk(): boolean {
  return (
    process.env['NX_INTERACTIVE'] === 'true' &&
    process.env['CI'] !== 'true' &&
    process.stdin.isTTY &&
    process.stdout.isTTY
  );
}

/** Asks for one fact after the other; Enter alone leaves one open. Keys are the flags. */
export async function askMissing(missing: readonly NeededFact[]): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const { flag, question } of missing) {
    const answer = (await ask(`  ${question}: `))?.trim();
    if (answer !== undefined && answer !== '') answers[flag] = answer;
  }
  return answers;
}
