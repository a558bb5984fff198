import { pageHeaders, renderErrorPage } from '@nx-zenodo/record-page';
import type { RequestHead } from '../http/call.js';
import type { Response } from '../http/response.js';
import { siteView } from './site-view.js';

/** An error as a page where a person asked for a page; the APIs keep their JSON. */
export function errorAnswer(response: Response, head: RequestHead): Response {
  const isApi = /^\/api(\/|$)/.test(head.path);
  if (isApi || response.status < 400 || response.body?.kind !== 'text') return response;
  const { message } = JSON.parse(response.body.text) as { message: string };
  const text = renderErrorPage(response.status, message, siteView(head.origin));
  return {
    status: response.status,
    headers: { ...response.headers, ...pageHeaders },
    body: { kind: 'text', text },
  };
}
