import type { Finding, Severity } from '../finding.js';
import { repositoryPath } from './repository-path.js';

const commands: Record<Severity, 'error' | 'warning' | 'notice'> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

/**
 * Findings as workflow commands of GitHub Actions ("Workflow commands", Setting an error message), a line each: the
 * runner shows them on the commit, at the line of the file. `base` is the release root relative to the
 * repository root, POSIX, '' for the root itself.
 */
export function formatAnnotations(findings: readonly Finding[], base = ''): string {
  return findings.map((finding) => annotation(finding, base)).join('\n');
}

function annotation({ code, severity, message, cure, place }: Finding, base: string): string {
  const properties = [
    ...(place?.file === undefined ? [] : [['file', repositoryPath(base, place.file)]]),
    ...(place?.line === undefined ? [] : [['line', String(place.line)]]),
    ...(place?.line === undefined || place.column === undefined
      ? []
      : [['col', String(place.column)]]),
    ['title', code],
  ].map(([key, value = '']) => `${key}=${property(value)}`);
  return `::${commands[severity]} ${properties.join(',')}::${data(`${message} ${cure}`)}`;
}

// What ends a line or a property of a command is escaped, so that no text can become another command.
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
