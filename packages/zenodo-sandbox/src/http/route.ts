import type { Call, Context } from './call.js';
import type { Outcome } from './response.js';

/** How a route reads its body. */
export type BodyKind = 'none' | 'json' | 'stream' | 'form';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  /** `/api/files/:bucket/:key`; `:path+` takes several segments, as few as it can. */
  readonly pattern: string;
  readonly body: BodyKind;
  /** Media types of a JSON body; default `application/json` alone. */
  readonly consumes?: readonly string[];
  /** Media types it can answer with; `undefined` when it does not negotiate. */
  readonly produces?: readonly string[];
  /** Writes citations: what does so is loaded before the first such call. */
  readonly cites?: boolean;
  /** Throws a Refusal for what is wrong before a byte of an upload is stored. */
  readonly admit?: (context: Context, call: Call) => void;
  readonly handle: (context: Context, call: Call) => Outcome;
}

/** How a route is named to people: `METHOD /pattern`. */
export function routeName(route: Route): string {
  return `${route.method} ${route.pattern}`;
}

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

type Pattern = { readonly route: Route; readonly segments: readonly string[] };

/** Finds the route of a path; the methods that the path knows when the method is not one of them. */
export type Router = (method: string, segments: readonly string[]) => Match | readonly string[];

/** Routes are tried in the order given. */
export function buildRouter(routes: readonly Route[]): Router {
  const byArea = new Map<string, Pattern[]>();
  for (const route of routes) {
    const segments = route.pattern.split('/').slice(1);
    const area = areaOf(segments);
    byArea.set(area, [...(byArea.get(area) ?? []), { route, segments }]);
  }
  return (method, segments) => find(byArea.get(areaOf(segments)) ?? [], method, segments);
}

// The first two segments are literal in nearly all patterns: a cheap first cut.
function areaOf(segments: readonly string[]): string {
  return segments[0] === 'api' ? `api/${segments[1] ?? ''}` : (segments[0] ?? '');
}

function find(patterns: readonly Pattern[], method: string, segments: readonly string[]) {
  const wanted = method === 'HEAD' ? 'GET' : method;
  const allowed = new Set<string>();
  for (const { route, segments: pattern } of patterns) {
    const params = bind(pattern, segments);
    if (params === undefined) continue;
    if (route.method === wanted) return { route, params };
    allowed.add(route.method);
    if (route.method === 'GET') allowed.add('HEAD');
  }
  return [...allowed];
}

function bind(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  const isOpen = pattern.some((part) => part.endsWith('+'));
  if (isOpen ? segments.length < pattern.length : segments.length !== pattern.length) {
    return undefined;
  }
  const params: Record<string, string> = {};
  return bindFrom(pattern, segments, 0, 0, params) ? params : undefined;
}

function bindFrom(
  pattern: readonly string[],
  segments: readonly string[],
  at: number,
  from: number,
  params: Record<string, string>,
): boolean {
  const part = pattern[at];
  if (part === undefined) return from === segments.length;
  if (part.endsWith('+')) {
    // The last place at which it may end leaves a segment to each part after it.
    const last = segments.length - (pattern.length - at - 1);
    for (let end = from + 1; end <= last; end += 1) {
      if (!bindFrom(pattern, segments, at + 1, end, params)) continue;
      params[part.slice(1, -1)] = segments.slice(from, end).join('/');
      return true;
    }
    return false;
  }
  const segment = segments[from] ?? '';
  if (part.startsWith(':') ? segment === '' : part !== segment) return false;
  if (part.startsWith(':')) params[part.slice(1)] = segment;
  return bindFrom(pattern, segments, at + 1, from + 1, params);
}

/**
 * Segments of a path as Zenodo's router sees them: the whole path is decoded before it is cut, so
 * that `%2F` is a slash like any other. `undefined` when the bytes are not UTF-8.
 */
export function decodePath(path: string): string[] | undefined {
  try {
    return decodeURIComponent(path).split('/').slice(1);
  } catch {
    return undefined;
  }
}
