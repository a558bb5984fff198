import { formatAnnotations, formatCodeQuality, formatSarif } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';
import { sarifTool } from '../plugin-version.js';
import { requireOwnFile, writeOwnFile } from './own-file.js';
import type { OwnFilePlace } from './own-file.js';

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

/**
 * Looks at the places before anything is done: what publishes should not fail afterwards for a report.
 *
 * @throws PluginError NZ9031 for a place where something else stands
 */
export async function requireReportPlaces(places: ReportPlaces): Promise<void> {
  for (const place of askedFor(places)) await requireOwnFile(place);
}

/**
 * Writes the reports that were asked for, also when there is nothing to report: an old one would lie.
 *
 * @throws PluginError NZ9031 for a place where something else stands, NZ9028 where the system does not let it
 */
export async function writeReports(
  findings: readonly Finding[],
  places: ReportPlaces,
): Promise<void> {
  const { base, config } = places;
  const texts = {
    sarif: () => formatSarif(findings, sarifTool, base),
    codeQuality: () => formatCodeQuality(findings, config, base),
  };
  for (const place of askedFor(places)) await writeOwnFile(place, texts[place.kind]());
}

type ReportPlace = OwnFilePlace & { readonly kind: 'sarif' | 'codeQuality' };

function askedFor({ workspaceRoot, sarif, codeQuality }: ReportPlaces): ReportPlace[] {
  const asked: ReportPlace[] = [];
  if (sarif !== undefined) asked.push({ kind: 'sarif', workspaceRoot, path: sarif });
  if (codeQuality !== undefined) {
    asked.push({ kind: 'codeQuality', workspaceRoot, path: codeQuality });
  }
  return asked;
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
