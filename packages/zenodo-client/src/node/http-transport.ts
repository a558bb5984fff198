import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream';
import type { Headers } from '../request/rate-limit.js';
import type { Transport, TransportAnswer, TransportRequest } from '../transport.js';

const connectPatienceMs = 30_000;
// Shorter than servers keep a connection: one that they close meanwhile would lose the next request.
const idleMs = 4000;

interface Door {
  readonly agent: Agent;
  request(url: string, options: object): ClientRequest;
}

/**
 * HTTP/1.1 over Node's own client, with connections that are kept for a moment. Lighter than the libraries: half
 * the time to load, fewer copies of what is sent (docs/decisions/upload-in-large-pieces.md).
 */
export function httpTransport(): Transport {
  const doors = new Map<string, Promise<Door>>();
  return {
    async send(message) {
      const { protocol } = new URL(message.url);
      const door = doors.get(protocol) ?? openDoor(protocol);
      doors.set(protocol, door);
      return send(await door, message);
    },
    async close() {
      for (const door of doors.values()) (await door).agent.destroy();
    },
  };
}

// TLS takes its time to load: only who speaks it pays.
async function openDoor(protocol: string): Promise<Door> {
  const { Agent, request } = await (protocol === 'https:'
    ? import('node:https')
    : import('node:http'));
  return { agent: new Agent({ keepAlive: true, timeout: idleMs }), request };
}

function send(door: Door, message: TransportRequest): Promise<TransportAnswer> {
  const { url, method, headers, body, timeoutMs } = message;
  return new Promise((resolve, reject) => {
    const request = door.request(url, { method, headers, agent: door.agent });
    const late = setTimeout(() => request.destroy(broken('ERR_ANSWER_LATE')), timeoutMs);
    const fail = (error: Error) => {
      clearTimeout(late);
      reject(error);
    };
    // Heard to the end: what breaks after the head of the answer is told by its body.
    request.on('error', fail);
    limitConnecting(request);
    request.once('response', (response) => {
      clearTimeout(late);
      limitBody(request, response, timeoutMs);
      resolve({ status: response.statusCode ?? 0, headers: flatten(response), body: response });
    });
    if (body === undefined || typeof body === 'string') request.end(body);
    else pipeline(body, request, (error) => error && fail(error));
  });
}

function limitConnecting(request: ClientRequest): void {
  request.once('socket', (socket) => {
    if (!socket.connecting) return;
    const late = setTimeout(() => request.destroy(broken('ERR_CONNECT_LATE')), connectPatienceMs);
    const clear = () => clearTimeout(late);
    socket.once('connect', clear).once('close', clear);
  });
}

function limitBody(request: ClientRequest, response: IncomingMessage, timeoutMs: number): void {
  request.setTimeout(timeoutMs, () => response.destroy(broken('ERR_ANSWER_STOPPED')));
  // Answered before everything was sent: the rest is of no use, and the connection neither.
  response.once('end', () => {
    if (!request.writableEnded) request.destroy();
  });
}

function broken(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function flatten({ headers }: IncomingMessage): Headers {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
