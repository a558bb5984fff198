import type { Finding, FindingCode } from './finding.js';

/**
 * An error that a user caused or can cure: it carries every finding of the run, never only the first.
 * Packages derive one class each, with a closed union of codes.
 */
export class CodedError<Code extends FindingCode = FindingCode> extends Error {
  readonly code: Code;
  readonly findings: readonly [Finding<Code>, ...Finding<Code>[]];

  constructor(
    findings: readonly [Finding<Code>, ...Finding<Code>[]],
    options?: { cause?: unknown },
  ) {
    const [first, ...others] = findings;
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    super(`${first.code}: ${first.message}${more}`, options);
    this.name = new.target.name;
    this.code = first.code;
    this.findings = findings;
  }
}

/** Narrows anything thrown, also across copies of this package, where `instanceof` would fail. */
export function isCodedError(thrown: unknown): thrown is CodedError {
  return (
    thrown instanceof Error &&
    'code' in thrown &&
    typeof thrown.code === 'string' &&
    /^NZ\d{4}$/.test(thrown.code) &&
    'findings' in thrown &&
    Array.isArray(thrown.findings)
  );
}
