import type { Finding } from '@nx-zenodo/findings';
import { parse } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { isObject } from '../../loose-json/loose-value.js';
import type { LooseObject } from '../../loose-json/loose-value.js';
import { PluginError } from '../../plugin-error.js';

/**
 * The object in a JSON file that is about to be edited; comments and trailing commas are allowed.
 * @throws PluginError NZ9104 when it is not a JSON object, because editing it would spoil it.
 */
export function readJsonObject(text: string, file: string): LooseObject {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length === 0 && isObject(value)) return value;
  throw PluginError.of([notAnObject(file)]);
}

function notAnObject(file: string): Finding {
  return {
    code: 'NZ9104',
    severity: 'error',
    message: `${file} is not a JSON object, so nothing can be added to it.`,
    cure: 'Correct the file, and run the generator again; nothing was written.',
    place: { file },
  };
}
