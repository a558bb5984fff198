import * as v from 'valibot';
import { faultSchema, timesOf, type Fault, type FaultOrder } from './fault.js';

interface Entry {
  readonly id: number;
  readonly fault: Fault;
  seen: number;
}

/** A fault that is set, and how many matching calls there were since. */
export type ListedFault = Fault & { readonly id: number; readonly seen: number };

/** The faults that are set. They live in memory: a restart is a repair. */
export class FaultBook {
  readonly #routes: ReadonlySet<string>;
  #entries: Entry[] = [];
  #nextId = 1;

  /** `routes`: all that a fault may name, as `METHOD /pattern`. */
  constructor(routes: ReadonlySet<string>) {
    this.#routes = routes;
  }

  /** Sets a fault and answers its id. Throws a RangeError that says what is wrong with the order. */
  add(order: FaultOrder): number {
    const parsed = v.safeParse(faultSchema, order);
    if (!parsed.success) {
      const told = parsed.issues.map(
        (issue) => `${v.getDotPath(issue) ?? 'fault'}: ${issue.message}`,
      );
      throw new RangeError(told.join('; '));
    }
    const fault = parsed.output;
    if (fault.route !== '*' && !this.#routes.has(fault.route)) {
      const known = [...this.#routes].sort().join(', ');
      throw new RangeError(`route: no route ${fault.route}; there are ${known}`);
    }
    const id = this.#nextId++;
    this.#entries.push({ id, fault, seen: 0 });
    return id;
  }

  list(): ListedFault[] {
    return this.#entries.map(({ id, fault, seen }) => ({ id, ...fault, seen }));
  }

  /** Removes one fault, or all. */
  clear(id?: number): void {
    this.#entries = id === undefined ? [] : this.#entries.filter((entry) => entry.id !== id);
  }

  /** Counts one call of a route; the faults that strike it, in the order in which they were set. */
  strike(route: string): Fault[] {
    return this.#entries
      .filter(({ fault }) => fault.route === '*' || fault.route === route)
      .filter((entry) => {
        entry.seen += 1;
        const after = entry.seen - entry.fault.call;
        return after >= 0 && after < timesOf(entry.fault);
      })
      .map(({ fault }) => fault);
  }
}
