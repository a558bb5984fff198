import { buildJsonLd } from '@nx-zenodo/record-page';
import { formatCff } from '../export/cff.js';
import { toCodeMeta } from '../export/codemeta.js';
import type { Call, Context } from '../http/call.js';
import { noRoute } from '../http/refusal.js';
import { answer, json, redirect, text, type Outcome, type Response } from '../http/response.js';
import type { Route } from '../http/route.js';
import { formatFace, type ToldRecord } from '../record/faces/faces.js';
import { findReadable } from '../record/read-routes.js';
import { recordView } from './record-view.js';
import { exportFormats, formerExports, type ExportFormat } from './export-views.js';

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
  const response = written(told, context, call, format);
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

// Formats that are no face of the API.
const writers: Readonly<
  Record<string, (record: ToldRecord, origin: string, context: Context) => string | object>
> = {
  cff: formatCff,
  codemeta: (record, origin, context) =>
    toCodeMeta(buildJsonLd(recordView(record, origin, context)), record),
};

function written(record: ToldRecord, context: Context, call: Call, format: ExportFormat): Response {
  const value = writers[call.params['format'] ?? '']?.(record, call.origin, context);
  if (value === undefined) {
    return formatFace(record, context, { ...call, accept: format.face ?? format.type }, 200);
  }
  if (typeof value === 'string') return text(200, format.type, value);
  return json(200, value, { 'Content-Type': format.type });
}
