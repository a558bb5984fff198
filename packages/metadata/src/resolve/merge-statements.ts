import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import type { FieldOrigin } from '../release-metadata.js';
import type { Statement } from '../source/statement.js';

/** The strongest statement of every field, and what lost against it. */
export interface Merged {
  readonly deposit: DepositMetadata;
  readonly origins: readonly FieldOrigin[];
  /** Statements that won, by field. */
  readonly winners: ReadonlyMap<string, Statement>;
}

/** Fields that only the files written for Zenodo decide: elsewhere they mean something narrower. */
const ZENODO_ONLY: ReadonlySet<string> = new Set(['related_identifiers', 'upload_type']);

const printed = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
};

/**
 * Takes for every field the first statement that says something. `strict` is the file that the release sends:
 * where it stands, the fields that it alone decides are not filled from weaker sources.
 */
export function mergeStatements(statements: readonly Statement[], strict: string | null): Merged {
  const byField = new Map<string, Statement[]>();
  for (const statement of statements) {
    const all = byField.get(statement.field) ?? [];
    byField.set(statement.field, [...all, statement]);
  }
  const winners = new Map<string, Statement>();
  const origins: FieldOrigin[] = [];
  for (const [field, [first, ...others]] of byField) {
    if (first === undefined) continue;
    if (strict !== null && first.source !== strict && ZENODO_ONLY.has(field)) continue;
    winners.set(field, first);
    const said = printed(first.value);
    const lost = others
      .map(({ source, value }) => ({ source, value: printed(value) }))
      .filter(({ value }) => value !== said);
    const { source, rule, place } = first;
    origins.push({ field, source, line: place.line ?? null, rule, lost });
  }
  const deposit = Object.fromEntries([...winners].map(([field, { value }]) => [field, value]));
  return { deposit: deposit as DepositMetadata, origins, winners };
}
