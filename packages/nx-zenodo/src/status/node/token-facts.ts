import { known, unknown } from '@nx-zenodo/finalize';
import type { BeforeFacts } from '@nx-zenodo/finalize';
import { isCodedError } from '@nx-zenodo/findings';
import type { ZenodoClient } from '@nx-zenodo/zenodo-client';
import { resolveEnvironment } from '../../environment/environment.js';
import type { EnvironmentName } from '../../environment/environment.js';

/**
 * Whether the environment has a token, and whether the service knows it: one request that changes nothing. Zenodo
 * does not tell the scopes of a token; the local one has those it needs. The token itself is never part of a fact.
 */
export async function readToken(
  environment: EnvironmentName,
  client: ZenodoClient | null,
): Promise<BeforeFacts['token']> {
  const { environment: decided, findings } = resolveEnvironment(environment, process.env);
  if (decided?.embedded === true) {
    const scopes = ['deposit:write', 'deposit:actions'];
    return known({ environment: 'local, of its own', present: true, accepted: true, scopes });
  }
  const missing = findings.some(({ code }) => code === 'NZ9010');
  if (decided === null && !missing) return unknown(findings[0]?.message ?? 'the address is wrong');
  const accepted = missing || client === null ? null : await accepts(client);
  return known({ environment, present: !missing, accepted, scopes: null });
}

// Without a page of results nothing but the token is asked about. Zenodo answers strangers with 403.
async function accepts(client: ZenodoClient): Promise<boolean | null> {
  try {
    await client.listDepositions('recid:0');
    return true;
  } catch (error) {
    if (!isCodedError(error)) throw error;
    return error.code === 'NZ5003' ? false : null;
  }
}
