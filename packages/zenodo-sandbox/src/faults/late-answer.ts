import { formatDeposition } from '../deposit/deposition.js';
import type { Call, Context } from '../http/call.js';
import { json, type Response } from '../http/response.js';
import { addressesAt } from '../model/links.js';
import { latestPublished } from '../model/world.js';
import { proxyPage } from './early-answer.js';
import type { Fault } from './fault.js';

/** What becomes of an answer whose request has had its effect. */
export function lateAnswer(
  faults: readonly Fault[],
  response: Response,
  call: Call,
  context: Context,
): Response {
  return faults.reduce((answer, fault) => {
    switch (fault.kind) {
      case 'proxy-error':
        return proxyPage(fault.status);
      case 'half-file':
        return call.upload === undefined ? answer : proxyPage(502);
      case 'stale-latest-draft':
        return staleAnswer(answer, call, context);
      case 'wrong-md5':
        return call.upload === undefined ? withWrongChecksums(answer) : answer;
      default:
        return answer;
    }
  }, response);
}

// `newversion` answers with the record it was called on, whose latest_draft is itself (zenodo-rdm#858).
function staleAnswer(answer: Response, call: Call, context: Context): Response {
  const version = context.world.version(Number(call.params['id']));
  if (version === undefined || answer.status >= 300) return answer;
  const published = latestPublished(context.world, version.concept) ?? version;
  const conceptDoi = context.world.concept(version.concept)?.doi;
  return json(answer.status, formatDeposition(published, conceptDoi, addressesAt(call.origin)));
}

function withWrongChecksums(answer: Response): Response {
  if (answer.body?.kind !== 'text') return answer;
  const text = answer.body.text.replace(
    /("checksum":"(?:md5:)?)([0-9a-f]{32})"/g,
    (_, start: string, md5: string) => `${start}${[...md5].reverse().join('')}"`,
  );
  return { ...answer, body: { kind: 'text', text } };
}
