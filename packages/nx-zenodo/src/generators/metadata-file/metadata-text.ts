import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import { depositFields } from '../facts/deposit-fields.js';
import { isObject } from '../../loose-json/loose-value.js';
import { readJsonObject } from '../json-text/read-json.js';
import { newJsonText, setJsonValues } from '../json-text/set-json-values.js';

/**
 * zenodo.metadata.json with the metadata in it. Of a file that is there already only the missing
 * fields are added, and those in `replaced` set; its order, comments and indentation stay.
 * @throws PluginError NZ9104 when the file is not a JSON object.
 */
export function metadataText(
  existing: string | null,
  deposit: DepositMetadata,
  replaced: ReadonlySet<string>,
  file: string,
): string {
  if (existing === null) return newJsonText({ metadata: deposit });
  const value = readJsonObject(existing, file);
  const inner = value['metadata'];
  const wrapped = isObject(inner) || !depositFields.some((field) => field in value);
  const present = isObject(inner) ? inner : value;
  const edits = Object.entries(deposit)
    .filter(([field, wanted]) => changes(present[field], wanted, replaced.has(field)))
    .map(([field, wanted]) => ({
      path: wrapped ? ['metadata', field] : [field],
      value: wanted as unknown,
    }));
  return setJsonValues(existing, edits);
}

function changes(stands: unknown, wanted: unknown, replaced: boolean): boolean {
  if (stands === undefined || stands === '') return true;
  return replaced && JSON.stringify(stands) !== JSON.stringify(wanted);
}
