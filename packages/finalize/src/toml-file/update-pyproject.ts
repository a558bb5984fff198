import { ParseError, parseTOML } from 'toml-eslint-parser';
import type { AST } from 'toml-eslint-parser';
import { unreadable, versionNotWritten } from '../findings/document-findings.js';
import { bareVersion } from '../json-file/update-package-json.js';
import type { PublishedRelease } from '../published/published-release.js';
import type { UpdatedText } from '../text/document-text.js';
import { updatedText } from '../text/document-text.js';
import { applySplices } from '../text/splice.js';

// Version specifiers, "Public version identifiers" with local part (packaging.python.org, PEP 440).
const pythonVersion =
  /^(?:\d+!)?\d+(?:\.\d+)*(?:[-_.]?(?:a|b|c|rc|alpha|beta|pre|preview)[-_.]?\d*)?(?:[-_.]?(?:post|rev|r)[-_.]?\d*|-\d+)?(?:[-_.]?dev[-_.]?\d*)?(?:\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?$/i;

/**
 * Writes `version` of a pyproject.toml: `[project]` (PEP 621), else `[tool.poetry]`. Only the string between its
 * quotes changes. NZ8006 where a build tool makes the version or Python would refuse it, NZ8005 where it is no TOML.
 */
export function updatePyproject(
  text: string,
  path: string,
  published: PublishedRelease,
): UpdatedText {
  const program = parsed(text);
  if (program instanceof ParseError) {
    const place = { file: path, line: program.lineNumber, column: program.column + 1 };
    return { text, findings: [unreadable('NZ8005', place, program.message)] };
  }
  const notWritten = (reason: string): UpdatedText => ({
    text,
    findings: [versionNotWritten(path, reason)],
  });
  const version = bareVersion(published.version);
  if (!pythonVersion.test(version)) return notWritten(`"${version}" is no Python version`);
  const project = entries(program, 'project');
  const value = valueOf(project, 'version') ?? valueOf(entries(program, 'tool.poetry'), 'version');
  if (value === undefined) {
    return notWritten(
      isDynamic(project)
        ? '"version" is dynamic, the build tool makes it'
        : 'no version stands in it',
    );
  }
  if (value.type !== 'TOMLValue' || value.kind !== 'string') {
    return notWritten('the version is no string');
  }
  if (value.value === version) return updatedText(text);
  const quote = text[value.range[0]] === "'" ? "'" : '"';
  const [start, end] = value.range;
  return updatedText(applySplices(text, [{ start, end, text: `${quote}${version}${quote}` }]));
}

function parsed(text: string): AST.TOMLProgram | ParseError {
  try {
    return parseTOML(text, { tomlVersion: '1.0' });
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
}

/** The key-value pairs of a table, of a standard table. */
function entries(program: AST.TOMLProgram, table: string): readonly AST.TOMLKeyValue[] {
  const [top] = program.body;
  return top.body.flatMap((node) => {
    if (node.type !== 'TOMLTable') return [];
    return node.kind === 'standard' && node.resolvedKey.join('.') === table ? node.body : [];
  });
}

function valueOf(pairs: readonly AST.TOMLKeyValue[], key: string): AST.TOMLContentNode | undefined {
  return pairs.find((pair) => nameOf(pair) === key)?.value;
}

function nameOf(pair: AST.TOMLKeyValue): string {
  return pair.key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value)).join('.');
}

function isDynamic(project: readonly AST.TOMLKeyValue[]): boolean {
  const dynamic = valueOf(project, 'dynamic');
  return (
    dynamic?.type === 'TOMLArray' &&
    dynamic.elements.some((one) => one.type === 'TOMLValue' && one.value === 'version')
  );
}
