import { authenticate } from '../access/authenticate.js';
import { checkCsrf } from '../access/csrf.js';
import type { Call, Context, RequestHead } from './call.js';
import { checkContentType, negotiate } from './negotiation.js';
import { noRoute, refuse, wrongMethod } from './refusal.js';
import { answer, empty } from './response.js';
import { decodePath, type Route, type Router } from './route.js';

/** A route that was found for a request, with everything but its body. */
export interface Plan {
  readonly route: Route;
  readonly call: Call;
}

/**
 * Checks in the order of Zenodo's layers: query string, route, method, Accept, Content-Type. What
 * concerns rights and state comes after, in the route itself.
 */
export function planRequest(router: Router, context: Context, head: RequestHead): Plan {
  checkQueryString(head.query);
  const actor = authenticate(head, context.accounts);
  checkCsrf(head, actor);
  const segments = decodePath(head.path);
  if (segments === undefined) throw noRoute();
  const match = router(head.method, segments);
  if (!('route' in match)) {
    if (match.length === 0) throw noRoute();
    if (head.method !== 'OPTIONS') throw wrongMethod(match);
  }
  const { route, params } = 'route' in match ? match : { route: preflight(match), params: {} };
  const accept = route.produces && negotiate(head.headers['accept'], route.produces);
  if (route.body === 'json') {
    checkContentType(head.headers['content-type'], route.consumes ?? ['application/json']);
  }
  const call = { ...head, params, search: new URLSearchParams(head.query), actor };
  return accept === undefined ? { route, call } : { route, call: { ...call, accept } };
}

// Every address tells what can be done with it, and lets scripts of other pages do so (CORS).
function preflight(methods: readonly string[]): Route {
  const allowed = [...methods, 'OPTIONS'].sort().join(', ');
  return {
    method: 'OPTIONS',
    pattern: '*',
    body: 'none',
    handle: (_context, call) => {
      const asked = call.headers['access-control-request-headers'];
      return answer(
        empty(200, {
          Allow: allowed,
          'Access-Control-Allow-Methods': allowed,
          ...(asked === undefined ? {} : { 'Access-Control-Allow-Headers': asked, Vary: 'Origin' }),
        }),
      );
    },
  };
}

// invenio-oauth2server refuses raw characters outside this set for every request (contract 0.2).
function checkQueryString(query: string): void {
  if (/^[\w.\-=&;:%+~,*@!()/?]*$/.test(query)) return;
  throw refuse(400, 'Error trying to decode a non urlencoded string.');
}
