import { parse } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { isObject } from '../../loose-json/loose-value.js';
import type { LooseObject } from '../../loose-json/loose-value.js';
import { setJsonValues } from '../../generators/json-text/set-json-values.js';
import type { JsonEdit } from '../../generators/json-text/set-json-values.js';

type Path = readonly string[];

/** Where a setting of zenodo.release.json stood in the drafts before 0.1.0, and where it stands now. */
const moved: readonly { readonly from: Path; readonly to: Path }[] = [
  { from: ['checks'], to: ['validation', 'checks'] },
  { from: ['conceptRecordId'], to: ['zenodo', 'conceptRecordId'] },
  { from: ['recordId'], to: ['zenodo', 'recordId'] },
];

/**
 * zenodo.release.json with every moved key at its new place; order, comments and indentation of the
 * rest stay. A key whose new place is taken is left for a person, as is a text that is no JSON object.
 */
export function withRenamedKeys(text: string): string {
  return moved.reduce((current, { from, to }) => {
    const value = objectIn(current);
    const old = value === null ? undefined : at(value, from);
    if (value === null || old === undefined || at(value, to) !== undefined) return current;
    const edits: JsonEdit[] = [
      { path: [...from], value: undefined },
      { path: [...to], value: old },
    ];
    return setJsonValues(current, edits);
  }, text);
}

function objectIn(text: string): LooseObject | null {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  return errors.length === 0 && isObject(value) ? value : null;
}

function at(value: LooseObject, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}
