import type { Finding } from '@nx-zenodo/findings';
import { isOrcid, matchLicense } from '@nx-zenodo/zenodo-api';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import { orderFields } from '../facts/deposit-fields.js';
import { textOf } from '../../loose-json/loose-value.js';

/** Deposit metadata that can be written, and what is wrong with what was found. */
export interface BuiltDeposit {
  readonly deposit: DepositMetadata;
  readonly findings: readonly Finding[];
}

/**
 * The metadata of the record from the facts: defaults filled in, values that Zenodo would refuse left
 * out and named. `today` is YYYY-MM-DD.
 */
export function buildDeposit(
  facts: DepositMetadata,
  version: string | undefined,
  today: string,
): BuiltDeposit {
  const findings: Finding[] = [];
  const deposit: Record<string, unknown> = {
    upload_type: 'software',
    access_right: 'open',
    publication_date: today,
    ...facts,
  };
  if (version !== undefined) deposit['version'] = version;
  const license = textOf(facts.license);
  if (license !== undefined && matchLicense(license) === null) {
    delete deposit['license'];
    findings.push(refusedByZenodo('license', `Zenodo knows no licence "${license}"`));
  }
  if (Array.isArray(facts.creators)) {
    deposit['creators'] = (facts.creators as unknown[]).map((creator) =>
      withoutWrongOrcid(creator, findings),
    );
  }
  return { deposit: orderFields(deposit), findings };
}

function withoutWrongOrcid(creator: unknown, findings: Finding[]): unknown {
  if (typeof creator !== 'object' || creator === null || !('orcid' in creator)) return creator;
  const { orcid, ...others } = creator;
  if (typeof orcid === 'string' && isOrcid(orcid)) return creator;
  findings.push(refusedByZenodo('creators', `"${String(orcid)}" is no ORCID`));
  return others;
}

/** NZ9108: a fact that was found, but that Zenodo would refuse; it is left out. */
function refusedByZenodo(field: string, what: string): Finding {
  return {
    code: 'NZ9108',
    severity: 'warning',
    message: `${what}, so it is left out.`,
    cure: `Correct the source, or give it with --${field}.`,
    place: { file: 'zenodo.metadata.json', field },
  };
}
