import { basename, join } from 'node:path';
import { formatFindings, isCodedError } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';
import type { ExecutorContext } from '@nx/devkit';
import * as v from 'valibot';
import { archiveRelease } from '../archive/archive-release.js';
import type { ArchiveConfig } from '../archive/archive-schema.js';
import { newestTag } from '../archive/node/find-tag.js';
import { readArchiveConfig } from '../archive/node/read-archive.js';
import type { ReleaseTag } from '../archive/release-tag.js';
import { writingFailed } from '../chain/not-written.js';
import { PluginError } from '../plugin-error.js';
import { readReleaseConfig } from '../release-config/node/read.js';
import type { ReleaseConfig } from '../release-config/release-config.js';
import { annotationsFor, requireReportPlaces, writeReports } from '../report/write-reports.js';
import type { ReportPlaces } from '../report/write-reports.js';
import { executorOptions } from './options.js';
import type { ExecutorName, Options, WrittenOptions } from './options.js';

/** What every step is given: its options, and where to speak. */
interface StepBasis<Name extends ExecutorName> {
  readonly options: Options<Name>;
  /** Absolute root of the Nx workspace. */
  readonly workspaceRoot: string;
  /** Name of the Nx project. */
  readonly project: string;
  /** What a person types to serve the local Zenodo of this workspace. */
  readonly serveCommand: string;
  readonly say: (line: string) => void;
  /** Says findings, none of them an error, and shows them wherever the run reports to. */
  readonly tell: (findings: readonly Finding[]) => void;
  /** The same without saying them, where what is said already holds them. */
  readonly note: (findings: readonly Finding[]) => void;
}

/** What a step of a release is given besides: its decoded configuration. */
export interface StepInput<Name extends ExecutorName> extends StepBasis<Name> {
  readonly config: ReleaseConfig;
  /** The archive that the release is one tag of; null for a release of its own. */
  readonly archive: ArchiveConfig | null;
}

/** What a step of an archive is given besides. */
export interface ArchiveStepInput<Name extends ExecutorName> extends StepBasis<Name> {
  readonly archive: ArchiveConfig;
}

/** Body of an executor; it throws coded errors and returns nothing. */
export type Step<Name extends ExecutorName> = (input: StepInput<Name>) => Promise<void>;

/**
 * The executor that Nx calls: decodes options, reads the configuration, runs the step, tells errors. `tagOf` says
 * which release an archive is; without it the newest tag.
 */
export function executor<Name extends ExecutorName>(
  name: Name,
  step: Step<Name>,
  tagOf: (archive: ArchiveConfig, options: Options<Name>) => Promise<ReleaseTag> = newestTag,
) {
  return runner(name, async (basis, root) => {
    const { options } = basis;
    const chosen = (archive: ArchiveConfig) => tagOf(archive, options);
    await step({ ...basis, ...(await readAnyRelease(root, options.config, chosen)) });
  });
}

/** The same for what works on an archive. */
export function archiveExecutor<Name extends ExecutorName>(
  name: Name,
  step: (input: ArchiveStepInput<Name>) => Promise<void>,
) {
  return runner(name, async (basis, root) =>
    step({ ...basis, archive: await readArchiveConfig(root, basis.options.config) }),
  );
}

// What is about records (audit, drafts, status) takes an archive for the release that one of its tags is.
async function readAnyRelease(
  root: string,
  file: string,
  tagOf: (archive: ArchiveConfig) => Promise<ReleaseTag>,
): Promise<{ config: ReleaseConfig; archive: ArchiveConfig | null }> {
  if (basename(file) !== 'zenodo.archive.json') {
    return { config: await readReleaseConfig(root, file), archive: null };
  }
  const archive = await readArchiveConfig(root, file);
  return { config: archiveRelease(archive, await tagOf(archive)), archive };
}

type Body<Name extends ExecutorName> = (basis: StepBasis<Name>, root: string) => Promise<void>;

function runner<Name extends ExecutorName>(name: Name, body: Body<Name>) {
  return async (
    written: WrittenOptions<Name>,
    context: ExecutorContext,
  ): Promise<{ success: boolean }> => {
    const say = (line: string) => void process.stdout.write(`${line}\n`);
    const { root: workspaceRoot } = context;
    const base = projectRoot(context).replaceAll('\\', '/').replace(/^\.$/, '');
    const told: Finding[] = [];
    const note = (findings: readonly Finding[]) => {
      told.push(...findings);
      const annotations = annotationsFor(findings, base, process.env);
      // Not among what is printed for other programs; the runner reads both streams.
      if (annotations !== null) process.stderr.write(`${annotations}\n`);
    };
    const tell = (findings: readonly Finding[]) => {
      if (findings.length > 0) say(formatFindings(findings));
      note(findings);
    };
    let places: ReportPlaces = { workspaceRoot, base, config: 'project.json' };
    try {
      const options = decodeOptions(name, written);
      const asked = { ...places, ...reportsOf(options) };
      await requireReportPlaces(asked);
      places = asked;
      const basis = {
        options,
        workspaceRoot,
        project: context.projectName ?? '',
        serveCommand: serveCommand(context),
        say,
        tell,
        note,
      };
      await body(basis, join(workspaceRoot, projectRoot(context)));
    } catch (cause) {
      const unwritten = writingFailed(cause);
      const thrown = unwritten === null ? cause : new PluginError([unwritten], { cause });
      tellThrown(thrown);
      if (isCodedError(thrown)) note(thrown.findings);
      await reported(told, places);
      return { success: false };
    }
    return { success: await reported(told, places) };
  };
}

function tellThrown(thrown: unknown): void {
  process.stderr.write(`${errorText(thrown)}\n`);
}

/** Whether the reports were written; what hindered it is told beside what the step said. */
async function reported(told: readonly Finding[], places: ReportPlaces): Promise<boolean> {
  try {
    await writeReports(told, places);
    return true;
  } catch (thrown) {
    tellThrown(thrown);
    return false;
  }
}

function reportsOf(options: object): Pick<ReportPlaces, 'config' | 'sarif' | 'codeQuality'> {
  const named = options as Readonly<Record<string, string | undefined>>;
  const { config = 'project.json', sarif, codeQuality } = named;
  return { config, sarif, codeQuality };
}

function decodeOptions<Name extends ExecutorName>(name: Name, written: unknown): Options<Name> {
  const outcome = v.safeParse(executorOptions[name], written);
  if (outcome.success) return outcome.output as Options<Name>;
  throw PluginError.of(
    outcome.issues.map((issue) => ({
      code: 'NZ9001',
      severity: 'error',
      message: `An option of ${name} cannot be used: ${issue.message}.`,
      cure: `Run \`nx run-many --help\` for Nx's own options, or see the schema of nx-zenodo:${name}.`,
      place: { field: v.getDotPath(issue) ?? 'options' },
    })),
  );
}

function projectRoot(context: ExecutorContext): string {
  const project = context.projectsConfigurations.projects[context.projectName ?? ''];
  if (project === undefined) throw new Error('Nx ran the executor without a project.');
  return project.root;
}

// The repository of this plugin has the local Zenodo as a project; everybody else has its command.
function serveCommand(context: ExecutorContext): string {
  const project = context.projectsConfigurations.projects['zenodo-sandbox'];
  return project?.targets?.['serve'] === undefined
    ? 'npx zenodo-sandbox --store .zenodo-sandbox'
    : 'npx nx run zenodo-sandbox:serve';
}

// A user's mistake is a coded error and never shows a stack; anything else is ours, and does.
function errorText(thrown: unknown): string {
  if (isCodedError(thrown)) return formatFindings(thrown.findings);
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return `✗ NZ9000 An unexpected error; please report it with this text.\n${text}\n    page: docs/errors/NZ9000.md`;
}
