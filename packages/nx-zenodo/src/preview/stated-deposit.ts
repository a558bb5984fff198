import { isObject } from '@nx-zenodo/zenodo-api';
import { parse } from 'jsonc-parser';

/**
 * The deposit metadata that a file states, whatever is wrong with it: of broken JSON what can be read, of
 * zenodo.metadata.json its `metadata`, of .zenodo.json all of it.
 */
export function readStatedDeposit(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = parse(text.replace(/^\uFEFF/, ''), [], { allowTrailingComma: true });
  if (!isObject(value)) return {};
  const { metadata } = value;
  return isObject(metadata) ? metadata : value;
}
