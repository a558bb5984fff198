import type { ServerResponse } from 'node:http';

/** Clients that hold an open request for the length of their run; a server waits for them to go. */
export class Leases {
  readonly #open = new Set<ServerResponse>();
  #whenNone: (() => void)[] = [];

  get count(): number {
    return this.#open.size;
  }

  /** Answers with a body that does not end; the lease is over when the connection is. */
  hold(response: ServerResponse): void {
    this.#open.add(response);
    // Nothing moves on this connection for as long as the run of its holder takes.
    response.socket?.setTimeout(0);
    response.on('close', () => {
      this.#open.delete(response);
      if (this.#open.size > 0) return;
      const waiting = this.#whenNone;
      this.#whenNone = [];
      for (const go of waiting) go();
    });
    response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.write('held\n');
  }

  /** Resolves as soon as nobody holds a lease. */
  async none(): Promise<void> {
    while (this.#open.size > 0) await new Promise<void>((go) => this.#whenNone.push(go));
  }
}
