import * as v from 'valibot';
import type { DocumentPath } from '../document/placed-document.js';
import { withoutPaths } from '../document/without-paths.js';
import type { Remainder } from '../document/without-paths.js';

/** What valibot says of one value. */
export type Issue = v.BaseIssue<unknown>;

/** What a schema complains about, with the path at which it stands in the whole value. */
export interface Fault {
  readonly issue: Issue;
  readonly path: DocumentPath;
}

/** A schema reports one unknown key of an object at a time: so many are told at once. */
const MAX_ROUNDS = 20;

export const isMissing = ({ received }: Issue): boolean => received === 'undefined';

const pathOf = ({ path }: Issue): DocumentPath =>
  (path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));

/** The smallest part around a fault that can be left out: where a key is missing, the object without it. */
function faultyPart(issue: Issue): DocumentPath {
  return isMissing(issue) ? pathOf(issue).slice(0, -1) : pathOf(issue);
}

/** The parts of a value that have the shape of the schema, and every fault; null where nothing is left. */
export function healthyParts(
  schema: v.GenericSchema,
  whole: unknown,
): { readonly healthy: Remainder | null; readonly faults: readonly Fault[] } {
  let healthy: Remainder = { value: whole, origin: (path) => path };
  const faults: Fault[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const { origin } = healthy;
    const { issues = [] } = v.safeParse(schema, healthy.value);
    if (issues.length === 0) return { healthy, faults };
    faults.push(...issues.map((issue) => ({ issue, path: origin(pathOf(issue)) })));
    const parts = issues.map(faultyPart);
    if (parts.some((path) => path.length === 0)) return { healthy: null, faults };
    const rest = withoutPaths(healthy.value, parts);
    healthy = { value: rest.value, origin: (path) => origin(rest.origin(path)) };
  }
  return { healthy: null, faults };
}
