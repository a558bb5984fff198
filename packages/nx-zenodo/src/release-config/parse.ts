import type { Finding, Place } from '@nx-zenodo/findings';
import { findNodeAtLocation, parse, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { JSONPath, ParseError } from 'jsonc-parser';
import * as v from 'valibot';
import { normaliseReleaseConfig } from './release-config.js';
import type { ReleaseConfig } from './release-config.js';
import { writtenReleaseConfigSchema } from './schema.js';

/** Text of zenodo.release.json to its value, or every finding with line, column and field. */
export function parseReleaseConfig(
  text: string,
  root: string,
  file: string,
): { config: ReleaseConfig | null; findings: Finding[] } {
  const { value, findings } = parseConfig(text, file, writtenReleaseConfigSchema);
  return { config: value === null ? null : normaliseReleaseConfig(value, root, file), findings };
}

/** Text of a configuration to its value by a schema, or every finding with line, column and field. */
export function parseConfig<Value>(
  text: string,
  file: string,
  schema: v.GenericSchema<unknown, Value>,
): { value: Value | null; findings: Finding[] } {
  // RFC 8259, section 8.1.
  if (text.startsWith('\uFEFF')) return { value: null, findings: [byteOrderMark(file)] };
  const syntax: ParseError[] = [];
  const value: unknown = parse(text, syntax, { disallowComments: true });
  if (syntax.length > 0) {
    return { value: null, findings: syntax.map((error) => syntaxFinding(text, file, error)) };
  }
  const outcome = v.safeParse(schema, value);
  if (outcome.success) return { value: outcome.output, findings: [] };
  return { value: null, findings: outcome.issues.map((issue) => issueFinding(text, file, issue)) };
}

function byteOrderMark(file: string): Finding {
  return {
    code: 'NZ2002',
    severity: 'error',
    message: 'The file starts with a byte order mark, which JSON does not allow.',
    cure: 'Save it as UTF-8 without byte order mark.',
    place: { file, line: 1, column: 1 },
  };
}

function syntaxFinding(text: string, file: string, error: ParseError): Finding {
  return {
    code: 'NZ2002',
    severity: 'error',
    message: `The file is not JSON: ${printParseErrorCode(error.error)}.`,
    cure: 'Correct the JSON at this place.',
    place: { file, ...position(text, error.offset) },
  };
}

function issueFinding(text: string, file: string, issue: v.BaseIssue<unknown>): Finding {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const field = path.join('.');
  const place: Place = { file, ...locate(text, path), ...(field === '' ? {} : { field }) };
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return {
      code: 'NZ2003',
      severity: 'error',
      message: `The key "${String(path.at(-1))}" is not known here.`,
      cure: 'Remove it, or correct its spelling; the JSON Schema lists every key.',
      place,
    };
  }
  return {
    code: 'NZ2004',
    severity: 'error',
    message: wrongValue(issue, String(path.at(-1) ?? 'the file')),
    cure: 'Write a value of the form that the JSON Schema describes.',
    place,
  };
}

// Schema messages of ours begin with "must"; valibot's own name the expected and the received type.
function wrongValue(issue: v.BaseIssue<unknown>, key: string): string {
  if (issue.message.startsWith('must')) return `"${key}" ${issue.message}.`;
  if (issue.received === 'undefined') return `"${key}" is missing.`;
  return `"${key}" is ${issue.received}, expected ${issue.expected ?? 'another value'}.`;
}

function locate(text: string, path: JSONPath): { line?: number; column?: number } {
  const tree = parseTree(text);
  if (tree === undefined) return {};
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, depth));
    const key = node?.parent?.type === 'property' ? node.parent : node;
    if (key !== undefined) return position(text, key.offset);
  }
  return {};
}

function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
