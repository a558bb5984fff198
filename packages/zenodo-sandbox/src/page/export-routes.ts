import type { Call, Context } from '../http/call.js';
import { noRoute } from '../http/refusal.js';
import { answer, redirect, type Outcome } from '../http/response.js';
import type { Route } from '../http/route.js';
import { formatFace } from '../record/faces.js';
import { findReadable } from '../record/read-routes.js';
import { exportFormats, formerExports } from './export-views.js';

/** `/records/ID/export/FORMAT`: the faces of a record as files to keep (contract C.6). */
export const exportRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/records/:id/export/:format',
    body: 'none',
    cites: true,
    handle: exported,
  },
];

function exported(context: Context, call: Call): Outcome {
  const version = findReadable(context, call);
  const name = call.params['format'] ?? '';
  const current = formerExports.get(name);
  if (current !== undefined) {
    return answer(redirect(301, `${call.origin}/records/${version.id}/export/${current}`));
  }
  const format = exportFormats.get(name);
  if (format === undefined) throw noRoute();
  const told = { world: context.world, version, shown: version.record };
  const response = formatFace(told, context, { ...call, accept: format.type }, 200);
  const filename = `${version.id}.${format.extension}`;
  return answer({
    ...response,
    headers: {
      ...response.headers,
      'Content-Disposition': `attachment; filename=${filename}`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
