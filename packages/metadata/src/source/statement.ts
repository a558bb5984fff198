import type { Finding, Place } from '@nx-zenodo/findings';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';

/** A field of the deposit metadata that a source can state. */
export type DepositField = keyof DepositMetadata & string;

/** One source saying one field; the value has the shape of the deposit API. */
export interface Statement {
  readonly source: string;
  readonly field: DepositField;
  readonly value: unknown;
  readonly place: Place;
  /** How the value was taken, e.g. `stated` or `authors`. */
  readonly rule: string;
}

/** What one source says, and what is wrong with it as a file. */
export interface Reading {
  /** Short name of what is described, where the source has one that its field knows it by. */
  readonly name?: string;
  readonly statements: readonly Statement[];
  readonly findings: readonly Finding[];
}

export const NOTHING: Reading = { statements: [], findings: [] };

/** Statements of one source in order; undefined values say nothing. */
export function statementsOf(
  source: string,
  entries: readonly (readonly [field: DepositField, value: unknown, place: Place, rule?: string])[],
): Statement[] {
  return entries
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([field, value, place, rule = 'stated']) => ({ source, field, value, place, rule }));
}
