import type { IncomingMessage } from 'node:http';
import { anonymous } from '../access/authenticate.js';
import { earlyAnswer } from '../faults/early-answer.js';
import type { Fault } from '../faults/fault.js';
import { foreignDraft } from '../faults/foreign-draft.js';
import { lateAnswer } from '../faults/late-answer.js';
import type { Call, Context } from '../http/call.js';
import type { Plan } from '../http/plan.js';
import type { Response } from '../http/response.js';
import type { ZipDirectory } from '../model/zip-directory.js';
import type { Contents } from '../node/contents.js';
import type { Engine } from './engine.js';
import { readBody } from './read-body.js';

/** What came of a request; no response when the connection is to be broken. */
export interface Performed {
  readonly response: Response | undefined;
  readonly tookEffect: boolean;
}

/** Reads the body, runs the route on the world as it then is, writes its rows; faults strike on the way. */
export async function perform(
  engine: Engine,
  request: IncomingMessage,
  plan: Plan,
  faults: readonly Fault[],
): Promise<Performed> {
  const context = laggingContext(engine.context(), faults);
  const early = earlyAnswer(faults, context);
  if (early !== undefined) return { response: early, tookEffect: false };
  if (isReset(faults, 'before')) return { response: undefined, tookEffect: false };
  const call = await meddledCall(engine, plan.call, faults);
  plan.route.admit?.(context, call);
  const body = await readBody(request, plan.route.body, engine, faults);
  if (body === undefined) return { response: undefined, tookEffect: false };
  return run(engine, plan, { ...call, ...body }, faults);
}

async function run(
  engine: Engine,
  plan: Plan,
  call: Call,
  faults: readonly Fault[],
): Promise<Performed> {
  const { store } = engine;
  try {
    // The world may have changed while the body came in: the route looks at it as it is now.
    const cite = citesFor(plan) ? { cite: await engine.cite() } : {};
    const context = { ...laggingContext(engine.context(), faults), ...cite };
    const { response: planned, changes = [] } = plan.route.handle(context, call);
    const response = await made(planned, store);
    const tookEffect = changes.length > 0;
    if (tookEffect) await store.commit(changes);
    else await store.settled();
    if (isReset(faults, 'after-effect')) return { response: undefined, tookEffect };
    return { response: lateAnswer(faults, response, call, engine.context()), tookEffect };
  } finally {
    const unlisted = call.upload?.content.id;
    if (unlisted !== undefined && !store.tables.usesContent(unlisted)) {
      await store.contents.remove(unlisted);
    }
  }
}

async function made(response: Response, { contents }: Engine['store']): Promise<Response> {
  const { body } = response;
  if (body?.kind === 'made') return body.make();
  if (body?.kind === 'unzipped') return body.make(await directoryOf(contents, body.content.id));
  return body?.kind === 'derived' ? body.make(({ id }) => contents.readWhole(id)) : response;
}

async function directoryOf(contents: Contents, id: string): Promise<ZipDirectory | undefined> {
  try {
    const zip = await contents.unzip(id);
    try {
      return await zip.directory();
    } finally {
      zip.close();
    }
  } catch {
    // Whatever was uploaded under a name that ends in .zip: it is no zip, or a broken one.
    return undefined;
  }
}

// The formatter of citations is loaded with the first request that needs it.
function citesFor({ route, call }: Plan): boolean {
  return route.cites === true || call.accept === 'text/x-bibliography';
}

async function meddledCall(engine: Engine, call: Call, faults: readonly Fault[]): Promise<Call> {
  for (const fault of faults) {
    if (fault.kind !== 'foreign-draft') continue;
    const changes = foreignDraft(fault, engine.context(), call);
    if (changes.length > 0) await engine.store.commit(changes);
  }
  const revoked = faults.some(({ kind }) => kind === 'token-revoked');
  return revoked ? { ...call, actor: anonymous } : call;
}

function laggingContext(context: Context, faults: readonly Fault[]): Context {
  return faults.reduce((lagging, fault) => {
    if (fault.kind === 'index-delay') return { ...lagging, indexDelay: fault.seconds };
    if (fault.kind === 'doi-pending') return { ...lagging, doiDelay: fault.seconds };
    return lagging;
  }, context);
}

function isReset(faults: readonly Fault[], when: string): boolean {
  return faults.some((fault) => fault.kind === 'reset' && fault.when === when);
}
