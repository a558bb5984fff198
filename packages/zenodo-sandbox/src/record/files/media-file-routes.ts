import type { Call, Context } from '../../http/call.js';
import { answer, json, type Outcome } from '../../http/response.js';
import type { Route } from '../../http/route.js';
import { findPreview } from '../../lifecycle/lookup.js';
import { findReadable } from '../read-routes.js';

/** Media files belong to pages of the operators; a record has none until they give it some (contract D.2: links). */
export const mediaFileRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/api/records/:id/media-files', body: 'none', handle: ofRecord },
  { method: 'GET', pattern: '/api/records/:id/draft/media-files', body: 'none', handle: ofDraft },
];

function ofRecord(context: Context, call: Call): Outcome {
  findReadable(context, call);
  return none(call);
}

function ofDraft(context: Context, call: Call): Outcome {
  findPreview(context, call);
  return none(call);
}

// A list that is switched off has no entries (contract C.3).
function none({ origin, path }: Call): Outcome {
  const self = `${origin}${path}`;
  return answer(json(200, { enabled: false, links: { self, archive: `${self}-archive` } }));
}
