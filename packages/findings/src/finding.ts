/** Where a finding points: a file (POSIX path relative to the release root), a 1-based line and column, a field. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** Dotted path or JSON Pointer into the file's value, as the reader of that file writes it. */
  readonly field?: string;
}

/** `error` stops the release, `warning` is told, `note` explains. */
export type Severity = 'error' | 'warning' | 'note';

/** `NZ` and four digits; the first digit names the package that speaks (docs/errors/README.md). */
export type FindingCode = `NZ${number}`;

/** One thing a check found. Findings are data: a check never prints and never exits. */
export interface Finding<Code extends FindingCode = FindingCode> {
  readonly code: Code;
  readonly severity: Severity;
  /** What happened, one sentence, with the facts in it. */
  readonly message: string;
  /** What to do about it, one sentence in the imperative. */
  readonly cure: string;
  readonly place?: Place;
}

/** True when a finding stops the release. */
export function isError(finding: Finding): boolean {
  return finding.severity === 'error';
}
