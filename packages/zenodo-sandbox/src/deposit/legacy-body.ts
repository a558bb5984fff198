import { decodeDepositBody } from '@nx-zenodo/zenodo-api';
import type { Context } from '../http/call.js';
import { refuse, Refusal, serverError } from '../http/refusal.js';
import { formatDay } from '../model/instant.js';
import type { Content } from '../model/version.js';

/** What a body of POST or PUT makes of a draft. Throws the answer of a Zenodo that refuses it. */
export function readLegacyBody(body: unknown, context: Context): Content {
  const decoded = decodeDepositBody(body, { today: formatDay(context.now) });
  if (!decoded.ok) {
    const { status, message, errors } = decoded;
    if (status === 500) throw new Refusal(serverError(context.uuid()));
    throw refuse(status, message, errors.length === 0 ? {} : { errors });
  }
  const { doi, ...draft } = decoded.draft;
  return { ...draft, pids: doi === null ? {} : { doi } };
}
