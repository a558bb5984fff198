/** A limit of `count` calls within any `seconds`. */
export interface RateLimit {
  readonly count: number;
  readonly seconds: number;
}

/** Where a caller stands after a call. */
export interface Allowance {
  readonly limit: RateLimit;
  readonly allowed: boolean;
  readonly remaining: number;
  /** Epoch seconds at which a place becomes free. */
  readonly reset: number;
}

/** Calls of one caller within a moving window; refused calls are not counted. */
export class MovingWindow {
  readonly #limit: RateLimit;
  #calls: number[] = [];

  constructor(limit: RateLimit) {
    this.#limit = limit;
  }

  /** What a call at this moment (epoch milliseconds) would meet. */
  look(now: number): Allowance {
    const from = now - this.#limit.seconds * 1000;
    let gone = 0;
    while (gone < this.#calls.length && (this.#calls[gone] ?? 0) <= from) gone += 1;
    if (gone > 0) this.#calls = this.#calls.slice(gone);
    const free = this.#limit.count - this.#calls.length;
    return {
      limit: this.#limit,
      allowed: free > 0,
      remaining: Math.max(0, free - 1),
      reset: Math.ceil(((this.#calls[0] ?? now) + this.#limit.seconds * 1000) / 1000),
    };
  }

  count(now: number): void {
    this.#calls.push(now);
  }
}

/** `30 per 1 minute`, as the refusal says it. */
export function formatLimit({ count, seconds }: RateLimit): string {
  const unit = seconds === 60 ? '1 minute' : seconds === 3600 ? '1 hour' : `${seconds} second`;
  return `${count} per ${unit}`;
}
