import * as v from 'valibot';
import { refuse } from './validation-error.js';

const sha256 = (description: string) =>
  v.pipe(
    v.string(),
    v.regex(/^[0-9a-f]{64}$/, 'is no SHA-256 in lower-case hex'),
    v.description(description),
  );
const text = (description: string) => v.pipe(v.string(), v.description(description));
const count = (description: string) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.description(description));

const evidenceSchema = v.pipe(
  v.strictObject({
    path: text('POSIX path relative to the release root.'),
    sha256: sha256('SHA-256 of the bytes that the check read.'),
  }),
  v.readonly(),
  v.description('A file that a check read, so that a stale report can be told from a fresh one.'),
);

const checkResultSchema = v.pipe(
  v.strictObject({
    name: text('The name of the declared check.'),
    kind: text('The kind of the declared check.'),
    passed: v.pipe(v.boolean(), v.description('Whether it passed.')),
    detail: text('One line of fact, for example "125 entries".'),
    evidence: v.pipe(
      v.array(evidenceSchema),
      v.readonly(),
      v.description('Every file that was read, sorted by path.'),
    ),
  }),
  v.readonly(),
  v.description('What one declared check came to.'),
);

/** The properties of a report that a manifest carries too. */
export const validationEntries = {
  checksSha256: sha256(
    'SHA-256 of the canonical JSON of the declared checks; a different list of checks gives a different report.',
  ),
  passed: count('How many checks passed.'),
  total: count('How many checks are declared; a strict run may have stopped before the last.'),
  checks: v.pipe(
    v.array(checkResultSchema),
    v.readonly(),
    v.description('The checks that ran, in their declared order.'),
  ),
};

const validationReportSchema = v.pipe(
  v.strictObject({ schemaVersion: v.literal(1), ...validationEntries }),
  v.readonly(),
);

/** A file that a check read, so that a stale report can be told from a fresh one. */
export type Evidence = v.InferOutput<typeof evidenceSchema>;
/** What one declared check came to. No clock, no absolute path: reports are deterministic. */
export type CheckResult = v.InferOutput<typeof checkResultSchema>;
/** The outcome of all declared checks; part of the manifest. */
export type ValidationReport = v.InferOutput<typeof validationReportSchema>;

/** Decodes a report that was written to disk. Throws ValidationError NZ2220 with the place of the first fault. */
export function decodeValidationReport(value: unknown): ValidationReport {
  const outcome = v.safeParse(validationReportSchema, value);
  if (outcome.success) return outcome.output;
  const [issue] = outcome.issues;
  const field = v.getDotPath(issue) ?? '';
  return refuse('NZ2220', `This is no validation report: ${field}: ${issue.message}.`, { field });
}
