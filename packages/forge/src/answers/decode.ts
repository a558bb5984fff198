import * as v from 'valibot';
import { unexpectedAnswer } from '../findings/forge-findings.js';
import { ForgeError } from '../findings/forge-error.js';

/**
 * Decodes the value of an answer.
 *
 * @throws ForgeError NZ8207 with every member that is missing or wrong
 */
export function decode<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  request: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [first, ...others] = result.issues.map((issue) =>
    unexpectedAnswer(request, `${v.getDotPath(issue) ?? 'its value'}: ${issue.message}`),
  );
  throw new ForgeError([first!, ...others]);
}
