import { createInterface } from 'node:readline';

/**
 * Asks on the terminal and gives the line that was typed, or null where nobody can answer: no
 * terminal, end of input, or no answer in time. Under some Nx output styles a target that runs
 * before this one takes the typed line; the time limit turns that into a no instead of a hang.
 */
export function ask(question: string, secondsToAnswer = 120): Promise<string | null> {
  if (!process.stdin.isTTY) return Promise.resolve(null);
  return new Promise((resolve) => {
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    const done = (answer: string | null) => {
      clearTimeout(limit);
      lines.close();
      resolve(answer);
    };
    const limit = setTimeout(() => done(null), secondsToAnswer * 1000);
    lines.once('close', () => done(null));
    lines.question(question, (answer) => done(answer));
  });
}
