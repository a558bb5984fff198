import type { IncomingMessage, ServerResponse } from 'node:http';
import { csrfHeader } from '../access/csrf.js';
import type { Fault } from '../faults/fault.js';
import type { RequestHead } from '../http/call.js';
import { answerHeaders } from '../http/every-answer.js';
import { planRequest, type Plan } from '../http/plan.js';
import { Refusal, serverError } from '../http/refusal.js';
import { json, type Response } from '../http/response.js';
import { routeName } from '../http/route.js';
import { rateLimitHeaders } from '../rate-limit/limiter.js';
import { formatLimit } from '../rate-limit/moving-window.js';
import { errorAnswer } from '../page/error-answer.js';
import type { Engine } from './engine.js';
import { perform } from './perform.js';
import { send } from './send.js';

/** What is known of a request once it is over. */
interface Told {
  readonly response: Response | undefined;
  readonly faults: readonly Fault[];
  readonly tookEffect: boolean;
  /** True when the response is an error in the form of the APIs. */
  readonly isRefused: boolean;
}

/** Answers one request: plan, count, perform, and only then tell; then it is logged. */
export async function exchange(
  engine: Engine,
  request: IncomingMessage,
  target: ServerResponse,
  head: RequestHead,
): Promise<void> {
  const { socket } = request;
  const plan = planOrRefusal(engine, head);
  const route = plan instanceof Refusal ? '' : routeName(plan.route);
  const { now, uuid } = engine.context();
  const isGuest = plan instanceof Refusal || plan.call.actor.account === undefined;
  const client = `${head.headers['user-agent'] ?? ''}\n${socket.remoteAddress ?? ''}`;
  const allowance = engine.limiter.call(route, client, isGuest, now.getTime());
  const headers = {
    ...answerHeaders(uuid().replaceAll('-', '')),
    ...rateLimitHeaders(allowance, now.getTime()),
    ...csrfHeader(head, uuid().replaceAll('-', '')),
  };

  const told: Told = allowance.allowed
    ? await answerOf(engine, request, plan)
    : { ...unstruck, response: json(429, { message: formatLimit(allowance.limit), status: 429 }) };
  const { response, faults, tookEffect, isRefused } = told;
  const { method, path } = head;
  const status = response?.status ?? 0;
  engine.log.add({ at: now.toISOString(), method, path, route, status, tookEffect });
  if (response === undefined) {
    socket.resetAndDestroy();
    return;
  }
  // What nobody wants of the body is read away, so that the client gets to hear the answer.
  if (!request.complete) request.resume();
  const shown = isRefused ? errorAnswer(response, head) : response;
  const whole = { ...shown, headers: { ...headers, ...shown.headers } };
  await send(target, whole, engine.store, { isHead: method === 'HEAD', faults });
}

const unstruck = { faults: [], tookEffect: false, isRefused: true };

function planOrRefusal(engine: Engine, head: RequestHead): Plan | Refusal {
  try {
    return planRequest(engine.router, engine.context(), head);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

async function answerOf(
  engine: Engine,
  request: IncomingMessage,
  plan: Plan | Refusal,
): Promise<Told> {
  if (plan instanceof Refusal) return { ...unstruck, response: plan.response };
  const faults = engine.faults.strike(routeName(plan.route));
  try {
    return { faults, isRefused: false, ...(await perform(engine, request, plan, faults)) };
  } catch (error) {
    if (error instanceof Refusal) return { ...unstruck, faults, response: error.response };
    // The client went away in the middle of its request: nobody is left to be told.
    if (!request.complete && request.destroyed) {
      return { ...unstruck, faults, response: undefined };
    }
    engine.report(error);
    const uuid = engine.context().uuid();
    return { ...unstruck, faults, response: serverError(uuid) };
  }
}
