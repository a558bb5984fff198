import { formatAnnotations, formatCodeQuality, formatSarif } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';
import { writeWhole } from '../chain/release-output.js';
import { sarifTool } from '../plugin-version.js';

/** Where findings are reported besides the terminal. */
export interface ReportPlaces {
  /** Root of the workspace, absolute; the paths below are relative to it. */
  readonly workspaceRoot: string;
  /** The project in it, POSIX, '' for the workspace itself. */
  readonly base: string;
  /** File that findings without a place stand at. */
  readonly config: string;
  readonly sarif?: string | undefined;
  readonly codeQuality?: string | undefined;
}

/** Writes the reports that were asked for, also when there is nothing to report: an old one would lie. */
export async function writeReports(
  findings: readonly Finding[],
  { workspaceRoot, base, config, sarif, codeQuality }: ReportPlaces,
): Promise<void> {
  if (sarif !== undefined) {
    await writeWhole(workspaceRoot, sarif, formatSarif(findings, sarifTool, base));
  }
  if (codeQuality !== undefined) {
    await writeWhole(workspaceRoot, codeQuality, formatCodeQuality(findings, config, base));
  }
}

/** Lines that make the runner show findings on the commit; null where no such runner runs. */
export function annotationsFor(
  findings: readonly Finding[],
  base: string,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  // Forgejo and Gitea set it too, and read the same commands.
  if (environment['GITHUB_ACTIONS'] !== 'true' || findings.length === 0) return null;
  return formatAnnotations(findings, base);
}
