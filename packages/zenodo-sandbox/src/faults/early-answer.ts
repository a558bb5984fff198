import { json, text, type Response } from '../http/response.js';
import { serverError } from '../http/refusal.js';
import type { Fault, FaultOf } from './fault.js';

/** The answer of a fault that keeps a request from having any effect. */
export function earlyAnswer(
  faults: readonly Fault[],
  context: { readonly now: Date; readonly uuid: () => string },
): Response | undefined {
  for (const fault of faults) {
    if (fault.kind === 'too-many-requests') return tooManyRequests(fault, context.now);
    if (fault.kind === 'server-error') return serverError(context.uuid());
    if (fault.kind === 'html-ok') return text(200, html, page('Scheduled maintenance'));
  }
  return undefined;
}

const html = 'text/html; charset=utf-8';

function tooManyRequests(fault: FaultOf<'too-many-requests'>, now: Date): Response {
  const until = new Date(now.getTime() + fault.retryAfter * 1000);
  const wait = fault.form === 'date' ? until.toUTCString() : String(Math.ceil(fault.retryAfter));
  return json(
    429,
    { message: '30 per 1 minute', status: 429 },
    {
      'Retry-After': wait,
      'X-RateLimit-Limit': '30',
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': String(Math.ceil(until.getTime() / 1000)),
    },
  );
}

/** The page that a proxy in front of Zenodo puts in the place of an answer. */
export function proxyPage(status: 502 | 504): Response {
  return text(
    status,
    'text/html',
    page(status === 502 ? '502 Bad Gateway' : '504 Gateway Time-out'),
  );
}

function page(title: string): string {
  return `<html>\n<head><title>${title}</title></head>\n<body>\n<center><h1>${title}</h1></center>\n<hr><center>nginx</center>\n</body>\n</html>\n`;
}
