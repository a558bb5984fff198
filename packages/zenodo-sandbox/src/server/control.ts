import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FaultOrder } from '../faults/fault.js';
import type { RequestHead } from '../http/call.js';
import { refuseByFramework, Refusal, wrongMethod } from '../http/refusal.js';
import { empty, json, type Response } from '../http/response.js';
import { decideReview, tieRepository } from './control-orders.js';
import type { Engine } from './engine.js';
import { readJson } from './read-body.js';

/** What is not Zenodo's: who this is, leases, faults, decisions of others and the log of requests, below `/sandbox`. */
export async function control(
  engine: Engine,
  request: IncomingMessage,
  target: ServerResponse,
  head: RequestHead,
): Promise<void> {
  if (head.path === '/sandbox/lease' && head.method === 'GET') return engine.leases.hold(target);
  const response = await answer(engine, request, head).catch((error: unknown) => {
    if (error instanceof Refusal) return error.response;
    throw error;
  });
  target.writeHead(response.status, response.headers);
  target.end(response.body?.kind === 'text' ? response.body.text : undefined);
}

async function answer(
  engine: Engine,
  request: IncomingMessage,
  head: RequestHead,
): Promise<Response> {
  const { store, faults, log } = engine;
  const search = new URLSearchParams(head.query);
  switch (`${head.method} ${head.path}`) {
    case 'GET /sandbox':
      return json(200, {
        name: '@nx-zenodo/zenodo-sandbox',
        store: store.path,
        prefix: engine.prefix,
        leases: engine.leases.count,
      });
    case 'GET /sandbox/faults':
      return json(200, faults.list());
    case 'POST /sandbox/faults':
      return json(201, addFaults(engine, await orders(request, head)));
    case 'GET /sandbox/reviews':
      return json(200, engine.curator.list());
    case 'POST /sandbox/reviews':
      return json(200, await decideReview(engine, await order(request, head)));
    case 'POST /sandbox/repositories':
      return json(201, await tieRepository(engine, await order(request, head)));
    case 'DELETE /sandbox/faults':
      faults.clear(search.has('id') ? Number(search.get('id')) : undefined);
      return empty(204);
    case 'GET /sandbox/requests':
      return json(200, log.list(Number(search.get('since') ?? 0)));
    default:
      throw wrongMethod(['GET', 'POST', 'DELETE']);
  }
}

// A form of a web page cannot send this type, so no page orders anything without being asked first.
async function order(request: IncomingMessage, head: RequestHead): Promise<unknown> {
  if (head.headers['content-type'] !== 'application/json') {
    throw refuseByFramework(415, 'Orders are sent as application/json.');
  }
  return readJson(request);
}

async function orders(request: IncomingMessage, head: RequestHead): Promise<FaultOrder[]> {
  const value = await order(request, head);
  return (Array.isArray(value) ? value : [value]) as FaultOrder[];
}

function addFaults(engine: Engine, list: readonly FaultOrder[]): { id: number }[] {
  try {
    return list.map((order) => ({ id: engine.faults.add(order) }));
  } catch (error) {
    if (error instanceof RangeError) throw refuseByFramework(400, error.message);
    throw error;
  }
}
