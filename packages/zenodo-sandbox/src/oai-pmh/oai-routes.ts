import { document, element, type Xml } from '../export/xml.js';
import type { Call, Context } from '../http/call.js';
import { answer, text, type Outcome } from '../http/response.js';
import type { Route } from '../http/route.js';
import { published } from '../record/record-search.js';
import { oaiVerbs } from './oai-answers.js';
import { OaiError, parseVerb } from './oai-request.js';

/** The interface for harvesters, OAI-PMH 2.0 (contract 0.6 names its rate limit). */
export const oaiRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/oai2d', body: 'none', handle: harvest },
  // The arguments stand in the query, whatever the method (invenio-oaiserver, views/server.py).
  { method: 'POST', pattern: '/oai2d', body: 'none', handle: harvest },
];

function harvest(context: Context, call: Call): Outcome {
  const { status, attributes, told } = tell(context, call);
  const root = element(
    'OAI-PMH',
    {
      xmlns: 'http://www.openarchives.org/OAI/2.0/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation':
        'http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd',
    },
    element('responseDate', {}, `${context.now.toISOString().slice(0, 19)}Z`),
    element('request', attributes, `${call.origin}/oai2d`),
    told,
  );
  return answer(text(status, 'text/xml; charset=utf-8', document(root)));
}

interface Told {
  readonly status: number;
  readonly attributes: Record<string, string>;
  readonly told: Xml;
}

// A request that was not understood is not repeated in its answer (section 3.2).
function tell(context: Context, call: Call): Told {
  try {
    const verb = parseVerb(call.search);
    const inner = oaiVerbs[verb]?.(context, call, () => published(context)) ?? [];
    const attributes = Object.fromEntries(call.search);
    return { status: 200, attributes, told: element(verb, {}, inner) };
  } catch (error) {
    if (!(error instanceof OaiError)) throw error;
    const known = error.code === 'badVerb' || error.code === 'badArgument';
    const attributes = known ? {} : Object.fromEntries(call.search);
    const told = element('error', { code: error.code }, error.message);
    return { status: 422, attributes, told };
  }
}
