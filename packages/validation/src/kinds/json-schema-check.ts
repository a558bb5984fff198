import type { Finding } from '@nx-zenodo/findings';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { CheckContext, CheckOutcome } from '../check-outcome.js';
import { collectRefusals, plural } from '../check-outcome.js';
import type { CheckOf } from '../declared-check.js';
import { isLedger, parseEntry, readJson } from '../file-value.js';
import { finding, refuse } from '../validation-error.js';
import { matchedFiles } from './matched-files.js';

// One file with thousands of wrong entries is told by the first of them.
const mostFindings = 20;

/** Holds that files satisfy a JSON Schema. */
export async function runJsonSchemaCheck(
  check: CheckOf<'json-schema'>,
  { files }: CheckContext,
): Promise<CheckOutcome> {
  const validate = await compileSchema(check.schema, await readJson(files, check.schema));
  let held = 0;
  const findings = await collectRefusals(check.files, async (pattern) =>
    collectRefusals(await matchedFiles(files, pattern), async (path) => {
      held += 1;
      if (!isLedger(path)) return violations(validate, await readJson(files, path), { file: path });
      const found: Finding[] = [];
      for await (const line of files.readLines(path)) {
        const entry = parseEntry(path, line);
        if (entry === undefined) continue;
        found.push(...violations(validate, entry.value, { file: path, line: line.number }));
        if (found.length >= mostFindings) break;
      }
      return found;
    }),
  );
  const passed = `${plural(held, 'file')} satisfy ${check.schema}`;
  return { detail: findings.length === 0 ? passed : plural(findings.length, 'problem'), findings };
}

function violations(
  validate: ValidateFunction,
  value: unknown,
  place: { readonly file: string; readonly line?: number },
): Finding[] {
  if (validate(value) === true) return [];
  return (validate.errors ?? []).slice(0, mostFindings).map((error) => {
    const field = error.instancePath;
    const at = field === '' ? 'The whole value' : field;
    return finding('NZ2206', `${at} ${error.message ?? 'is not allowed'}${extra(error)}.`, {
      ...place,
      field,
    });
  });
}

// Ajv leaves the name of an unwanted property out of its message.
function extra({ params }: ErrorObject): string {
  const name: unknown = params['additionalProperty'] ?? params['unevaluatedProperty'];
  return typeof name === 'string' ? `: ${name}` : '';
}

async function compileSchema(path: string, schema: unknown): Promise<ValidateFunction> {
  if (typeof schema !== 'boolean' && (typeof schema !== 'object' || schema === null)) {
    return refuse('NZ2207', 'A JSON Schema is an object, true or false.', { file: path });
  }
  const ajv = await dialect(path, schema);
  try {
    return ajv.compile(schema);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return refuse('NZ2207', `The JSON Schema cannot be used: ${reason}.`, { file: path });
  }
}

// Ajv takes 120 ms to load, and every task of a release is a process of its own: only this kind pays.
async function dialect(path: string, schema: object | boolean) {
  const named = typeof schema === 'object' && '$schema' in schema ? String(schema.$schema) : '';
  const options = { allErrors: true, strict: false, logger: false } as const;
  const { default: formats } = await import('ajv-formats');
  if (named === '' || named.includes('/2020-12/')) {
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    return formats.default(new Ajv2020(options));
  }
  if (named.includes('/2019-09/')) {
    const { Ajv2019 } = await import('ajv/dist/2019.js');
    return formats.default(new Ajv2019(options));
  }
  if (/draft-07\/schema/.test(named)) {
    const { Ajv } = await import('ajv');
    return formats.default(new Ajv(options));
  }
  return refuse('NZ2207', `The dialect ${named} is not known here.`, {
    file: path,
    field: '/$schema',
  });
}
