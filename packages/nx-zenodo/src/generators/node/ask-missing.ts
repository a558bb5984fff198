import { createInterface } from 'node:readline/promises';
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

/**
 * Asks for one fact after the other; Enter alone leaves one open, the end of input all that follow.
 * Keys are the flags. One reader serves all questions, so that lines typed ahead are not lost.
 */
export async function askMissing(
  missing: readonly NeededFact[],
  { input, output }: Terminal = { input: process.stdin, output: process.stdout },
): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  const ended = new AbortController();
  const lines = createInterface({ input, output });
  lines.once('close', () => ended.abort());
  try {
    for (const { flag, question } of missing) {
      const answer = await lines.question(`  ${question}: `, { signal: ended.signal });
      if (answer.trim() !== '') answers[flag] = answer.trim();
    }
  } catch (thrown) {
    if (!ended.signal.aborted) throw thrown;
  } finally {
    lines.close();
  }
  return answers;
}

/** Where questions are asked and answers are typed. */
interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}
