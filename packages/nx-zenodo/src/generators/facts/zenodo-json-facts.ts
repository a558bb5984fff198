import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import type { Finding } from '@nx-zenodo/findings';
import { jsonObject } from '../../loose-json/json-object.js';
import type { SourceFacts } from './known-facts.js';
import { isObject } from '../../loose-json/loose-value.js';
import { depositFields } from './deposit-fields.js';
import { unreadable } from './fact-findings.js';

const known = new Set<string>(depositFields);

/**
 * What `.zenodo.json` says: it is the metadata object itself; one that is wrapped in `metadata`, as the
 * API takes it, is understood too. `version` is left to the release, which knows which one it is.
 */
export function zenodoJsonFacts(text: string, source = '.zenodo.json'): SourceFacts {
  const value = jsonObject(text);
  if (value === null) {
    return { source, deposit: {}, findings: [unreadable(source, 'a JSON object')] };
  }
  const metadata = isObject(value['metadata']) ? value['metadata'] : value;
  const entries = Object.entries(metadata);
  const deposit: DepositMetadata = Object.fromEntries(entries.filter(([key]) => known.has(key)));
  return {
    source,
    deposit,
    findings: entries.filter(([key]) => !known.has(key)).map(([key]) => unknownKey(source, key)),
  };
}

function unknownKey(file: string, key: string): Finding {
  const isDoi = key === 'doi' || key === 'prereserve_doi';
  return {
    code: 'NZ9111',
    severity: 'warning',
    message: isDoi
      ? `"${key}" is not carried over: Zenodo gives the DOI.`
      : `"${key}" is not carried over: the deposit API has no such field.`,
    cure: isDoi
      ? 'Name the record that this release continues with --conceptRecordId.'
      : 'Say it in the description or in the notes, if it matters.',
    place: { file, field: key },
  };
}
