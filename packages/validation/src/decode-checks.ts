import * as v from 'valibot';
import { declaredChecksSchema } from './declared-check.js';
import type { DeclaredCheck } from './declared-check.js';
import { finding, ValidationError } from './validation-error.js';
import type { ValidationCode } from './validation-error.js';

/**
 * Decodes a list of checks as a person writes it. Throws ValidationError: NZ2201 for an empty list, NZ2202
 * with the dotted path of every property that is wrong.
 */
export function decodeChecks(written: unknown): readonly DeclaredCheck[] {
  const outcome = v.safeParse(declaredChecksSchema, written);
  if (outcome.success) return outcome.output;
  const empty = Array.isArray(written) && written.length === 0;
  const code: ValidationCode = empty ? 'NZ2201' : 'NZ2202';
  const [first, ...others] = outcome.issues.map((issue) => {
    const path = v.getDotPath(issue);
    const field = path === null ? 'checks' : `checks.${path}`;
    return finding(code, `${field}: ${issue.message}`, { field });
  });
  throw new ValidationError([
    first ?? finding(code, 'The list of checks is malformed.'),
    ...others,
  ]);
}
