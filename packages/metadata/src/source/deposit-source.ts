import { isObject } from '@nx-zenodo/zenodo-api';
import { parseJsonDocument } from '../document/json-document.js';
import type { DepositField, Reading } from './statement.js';
import { statementsOf } from './statement.js';

/**
 * Fields of `.zenodo.json` (the metadata object itself). Whether Zenodo takes them is not judged here: the
 * verdict on what was resolved is.
 */
export function readZenodoJson(text: string, file: string): Reading {
  const { document, findings } = parseJsonDocument(text, file);
  if (document === null || !isObject(document.value)) return { statements: [], findings };
  const entries = Object.entries(document.value).filter(([key]) => key !== '$schema');
  const statements = statementsOf(
    file,
    entries.map(([key, value]) => [key as DepositField, value, document.place([key])]),
  );
  return { statements, findings };
}
