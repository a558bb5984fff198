import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context, RequestHead } from '../http/call.js';
import { planRequest } from '../http/plan.js';
import { Refusal, serverError } from '../http/refusal.js';
import type { Outcome, Response } from '../http/response.js';
import type { Router } from '../http/route.js';
import type { Store } from '../node/store.js';
import { readBody } from './read-body.js';
import { send } from './send.js';

/** What one running server is made of. */
export interface Engine {
  readonly store: Store;
  readonly router: Router;
  /** The world as it is now. */
  readonly context: () => Context;
  /** Told of errors that are ours; requests that are merely wrong are not among them. */
  readonly report: (error: unknown) => void;
}

/** Answers one request: plan, read, route, write the rows, and only then tell. */
export async function exchange(
  engine: Engine,
  request: IncomingMessage,
  target: ServerResponse,
  head: RequestHead,
): Promise<void> {
  const response = await respond(engine, request, head).catch((error: unknown) => {
    if (error instanceof Refusal) return error.response;
    if (request.destroyed && !request.complete) return undefined;
    engine.report(error);
    return serverError(engine.context().uuid().replaceAll('-', ''));
  });
  if (response === undefined) return void target.destroy();
  await send(target, response, engine.store, head.method === 'HEAD');
}

async function respond(
  engine: Engine,
  request: IncomingMessage,
  head: RequestHead,
): Promise<Response> {
  const { store } = engine;
  const plan = planRequest(engine.router, engine.context(), head);
  plan.route.admit?.(engine.context(), plan.call);
  const body = await readBody(request, plan, store, engine.context().uuid);
  try {
    // The world may have changed while the body came in: the route looks at it as it is now.
    const outcome: Outcome = plan.route.handle(engine.context(), { ...plan.call, ...body });
    if (outcome.changes !== undefined && outcome.changes.length > 0) {
      await store.commit(outcome.changes);
    } else await store.settled();
    return outcome.response;
  } finally {
    const unlisted = body.upload?.content.id;
    if (unlisted !== undefined && !store.tables.usesContent(unlisted)) {
      await store.contents.remove(unlisted);
    }
  }
}
