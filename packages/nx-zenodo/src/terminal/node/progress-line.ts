import type { DepositEvent } from '@nx-zenodo/deposit';
import { formatTransfer } from '../transfer-progress.js';

type Progress = Extract<DepositEvent, { kind: 'upload-progress' | 'download-progress' }>;

// A terminal redraws one line often; a log gets a plain line now and then, and none for what is quick.
const redrawMs = 200;
const logMs = 15_000;

/** Draws how far the transfers are: one line that is drawn over on a terminal, plain lines elsewhere. */
export class ProgressLine {
  readonly #started = new Map<string, number>();
  #last = Date.now();
  #drawn = false;

  constructor(private readonly output: NodeJS.WriteStream) {}

  show(event: Progress): void {
    const done = event.kind === 'upload-progress' ? event.sentBytes : event.receivedBytes;
    const now = Date.now();
    const id = `${event.kind} ${event.key}`;
    const startedAt = this.#started.get(id) ?? now;
    this.#started.set(id, startedAt);
    if (now - this.#last < (this.output.isTTY ? redrawMs : logMs) || done === event.size) return;
    this.#last = now;
    const text = `  ${formatTransfer({ key: event.key, done, size: event.size, startedAt, now })}`;
    this.output.write(
      this.output.isTTY ? `\r\u001b[K${text.slice(0, this.output.columns - 1)}` : `${text}\n`,
    );
    this.#drawn = this.output.isTTY;
  }

  /** Takes the drawn line away before something else is said. */
  clear(): void {
    if (this.#drawn) this.output.write('\r\u001b[K');
    this.#drawn = false;
  }
}
