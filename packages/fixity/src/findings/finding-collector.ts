import type { FixityCode, FixityFinding } from './fixity-error.js';

/** How many findings of one code are told one by one. */
export const mostOfOneCode = 10_000;

/** Gathers findings of a run; a hostile list of a million lines cannot fill the memory with them. */
export class FindingCollector {
  private readonly findings: FixityFinding[] = [];
  private readonly counts = new Map<FixityCode, number>();

  add(...findings: readonly FixityFinding[]): void {
    for (const finding of findings) this.addLazily(finding.code, () => finding);
  }

  /** Adds a finding that is made only when it will be told. */
  addLazily(code: FixityCode, make: () => FixityFinding): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count <= mostOfOneCode) this.findings.push(make());
  }

  /** Every finding in the order of the run; at the end, by code, how many more there were. */
  all(): FixityFinding[] {
    const more = [...this.counts].filter(([, count]) => count > mostOfOneCode);
    return [...this.findings, ...more.map(([code, count]) => moreOf(code, count - mostOfOneCode))];
  }
}

function moreOf(code: FixityCode, count: number): FixityFinding {
  return {
    code: 'NZ1018',
    severity: 'note',
    message: `There are ${count} more findings of ${code}, which are not told one by one.`,
    cure: 'Cure those that are told, then run again.',
  };
}
