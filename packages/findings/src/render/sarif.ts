import type { Finding, Severity } from '../finding.js';
import { repositoryPath } from './repository-path.js';

const levels: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  note: 'note',
};

/** What the report says of the tool that made it. */
export interface SarifTool {
  readonly name: string;
  readonly version: string;
  readonly informationUri: string;
}

/**
 * Findings as a SARIF 2.1.0 log (OASIS, section 3.13), so that code hosts show them on the file.
 * `uriBase` is the release root relative to the repository root, POSIX, '' for the root itself.
 */
export function formatSarif(findings: readonly Finding[], tool: SarifTool, uriBase = ''): string {
  const rules = [...new Set(findings.map((finding) => finding.code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            ...tool,
            rules: rules.map((id) => ({
              id,
              helpUri: `${tool.informationUri}/blob/main/docs/errors/${id}.md`,
            })),
          },
        },
        results: findings.map((finding) => sarifResult(finding, uriBase)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function sarifResult(finding: Finding, uriBase: string) {
  const { file, line, column } = finding.place ?? {};
  const region =
    line === undefined
      ? {}
      : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  const locations =
    file === undefined
      ? []
      : [{ physicalLocation: { artifactLocation: { uri: fileUri(uriBase, file) }, ...region } }];
  return {
    ruleId: finding.code,
    level: levels[finding.severity],
    message: { text: `${finding.message} ${finding.cure}` },
    locations,
  };
}

// SARIF 2.1.0, 3.4.3: a relative reference, percent-encoded segment by segment.
function fileUri(base: string, file: string): string {
  return repositoryPath(base, file).split('/').map(encodeURIComponent).join('/');
}
