import { createHash } from 'node:crypto';
import type { Finding, Severity } from '../finding.js';
import { repositoryPath } from './repository-path.js';

const severities: Record<Severity, 'critical' | 'minor' | 'info'> = {
  error: 'critical',
  warning: 'minor',
  note: 'info',
};

/**
 * Findings as a Code Quality report of GitLab (CI/CD artifacts reports, "Code Quality report format"), which merge
 * requests show at the line. That format wants a file and a line: a finding without them stands at the first line of
 * `fallback`. `base` is the release root relative to the repository root, POSIX, '' for the root itself.
 */
export function formatCodeQuality(
  findings: readonly Finding[],
  fallback: string,
  base = '',
): string {
  const issues = findings.map(({ code, severity, message, cure, place }) => {
    const path = repositoryPath(base, place?.file ?? fallback);
    const identity = [code, path, place?.field ?? '', message].join('\0');
    return {
      description: `${message} ${cure}`,
      check_name: code,
      fingerprint: createHash('sha256').update(identity).digest('hex'),
      severity: severities[severity],
      location: { path, lines: { begin: place?.line ?? 1 } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
