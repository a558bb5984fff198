// Keeps processes loaded in advance, because loading takes longer than a run.
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { KilledRunOrder } from './killed-run.js';

export class Killable {
  readonly #spare: Promise<ChildProcess>[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** Runs an order in a process of its own; answers whether it was killed. */
  async run(order: KilledRunOrder): Promise<boolean> {
    this.#fill();
    const child = await this.#spare.shift();
    this.#fill();
    if (child === undefined) throw new Error('No process was started.');
    const ended = new Promise<boolean>((resolve) => {
      child.once('exit', (_code, signal) => resolve(signal === 'SIGKILL'));
    });
    child.send(order);
    return ended;
  }

  async close(): Promise<void> {
    for (const spare of await Promise.allSettled(this.#spare)) {
      if (spare.status === 'fulfilled') spare.value.kill('SIGKILL');
    }
  }

  #fill(): void {
    while (this.#spare.length < this.#most) this.#spare.push(start());
  }
}

function start(): Promise<ChildProcess> {
  // The loader of this process goes along in execArgv.
  const child = fork(join(import.meta.dirname, 'killed-run.ts'), { stdio: 'inherit' });
  const ready = new Promise<ChildProcess>((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`A run ended before it began (${code}).`)));
  });
  // Told when the process is taken; until then nobody is there to hear it.
  ready.catch(() => undefined);
  return ready;
}
