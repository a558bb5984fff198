import type { CheckContext, CheckOutcome } from '../check-outcome.js';
import { collectRefusals } from '../check-outcome.js';
import type { CheckOf, Operand } from '../declared-check.js';
import { readFileValue } from '../file-value.js';
import { formatCanonicalJson } from '../json/canonical-json.js';
import { finding } from '../validation-error.js';

/** Holds that values agree. */
export async function runEqualsCheck(
  check: CheckOf<'equals'>,
  { files }: CheckContext,
): Promise<CheckOutcome> {
  const values: { readonly operand: Operand; readonly value: unknown }[] = [];
  const findings = await collectRefusals(check.values, async (operand) => {
    const value = 'constant' in operand ? operand.constant : await readFileValue(files, operand);
    values.push({ operand, value });
    return [];
  });
  const [first, ...others] = values;
  if (first === undefined || findings.length > 0) return { detail: 'not compared', findings };
  const differing = others.filter(
    (other) => !agree(first.value, other.value, check.tolerance ?? 0),
  );
  if (differing.length === 0) return { detail: `all are ${show(first.value)}`, findings };
  const told = values.map(({ operand, value }) => `${describe(operand)} is ${show(value)}`);
  const [culprit] = differing;
  return {
    detail: values.map(({ value }) => show(value)).join(' ≠ '),
    findings: [
      finding('NZ2213', `The values differ: ${told.join(', ')}.`, place(culprit?.operand)),
    ],
  };
}

function agree(a: unknown, b: unknown, tolerance: number): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= tolerance;
  return formatCanonicalJson(a) === formatCanonicalJson(b);
}

function describe(operand: Operand): string {
  if ('constant' in operand) return 'the constant';
  const { file, pointer, reduce, each } = operand;
  const at = `${file}#${pointer}`;
  return reduce === undefined
    ? at
    : `the ${reduce} of ${at}${each === undefined ? '' : `/*${each}`}`;
}

function place(operand: Operand | undefined) {
  return operand === undefined || 'constant' in operand
    ? undefined
    : { file: operand.file, field: operand.pointer };
}

// A whole object has no place on a line of the report.
function show(value: unknown): string {
  const text = formatCanonicalJson(value);
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
