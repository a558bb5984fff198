/** One request that was answered, or broken off. */
export interface LoggedRequest {
  /** Counts from 1. */
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
  readonly method: string;
  /** Without the query, which may hold a token. */
  readonly path: string;
  /** `METHOD /pattern`, or '' when there is no route. */
  readonly route: string;
  /** 0 when the connection was broken instead. */
  readonly status: number;
  /** True when its rows were written, whatever was answered. */
  readonly tookEffect: boolean;
}

/** The last requests, for tests that must know what was sent. No header and no token is kept. */
export class RequestLog {
  readonly #most: number;
  #requests: LoggedRequest[] = [];
  #number = 0;

  constructor(most = 10_000) {
    this.#most = most;
  }

  add(request: Omit<LoggedRequest, 'number'>): void {
    this.#number += 1;
    this.#requests.push({ number: this.#number, ...request });
    if (this.#requests.length > 2 * this.#most) this.#requests = this.#requests.slice(-this.#most);
  }

  list(since = 0): LoggedRequest[] {
    return this.#requests.slice(-this.#most).filter(({ number }) => number > since);
  }
}
