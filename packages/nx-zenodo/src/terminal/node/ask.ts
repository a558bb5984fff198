import { createInterface } from 'node:readline';

/** Where a question is asked; the process's own terminal by default. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
  /** Seconds after which no answer is a no. */
  readonly patience: number;
}

const ownTerminal: Terminal = { input: process.stdin, output: process.stdout, patience: 120 };

/**
 * Asks on the terminal and gives the line that was typed, or null where nobody can answer: no
 * terminal, end of input, or no answer in time. Under some Nx output styles a target that runs
 * before this one takes the typed line; the time limit turns that into a no instead of a hang.
 */
export function ask(question: string, terminal: Terminal = ownTerminal): Promise<string | null> {
  const { input, output, patience } = terminal;
  if (input.isTTY !== true) return Promise.resolve(null);
  return new Promise((resolve) => {
    const lines = createInterface({ input, output });
    const done = (answer: string | null) => {
      clearTimeout(limit);
      // Before the close, which tells that there is no answer.
      resolve(answer);
      lines.close();
    };
    const limit = setTimeout(() => done(null), patience * 1000);
    lines.once('close', () => done(null));
    lines.question(question, done);
  });
}
