import { join } from 'node:path';
import { formatFindings, isCodedError } from '@nx-zenodo/findings';
import type { ExecutorContext } from '@nx/devkit';
import * as v from 'valibot';
import { PluginError } from '../plugin-error.js';
import { readReleaseConfig } from '../release-config/node/read.js';
import type { ReleaseConfig } from '../release-config/release-config.js';
import { executorOptions } from './options.js';
import type { ExecutorName, Options, WrittenOptions } from './options.js';

/** What a step is given: the decoded release configuration, its options, and where to speak. */
export interface StepInput<Name extends ExecutorName> {
  readonly config: ReleaseConfig;
  readonly options: Options<Name>;
  /** Absolute root of the Nx workspace. */
  readonly workspaceRoot: string;
  /** What a person types to serve the local Zenodo of this workspace. */
  readonly serveCommand: string;
  readonly say: (line: string) => void;
}

/** Body of an executor; it throws coded errors and returns nothing. */
export type Step<Name extends ExecutorName> = (input: StepInput<Name>) => Promise<void>;

/** The executor that Nx calls: decodes options, reads the configuration, runs the step, tells errors. */
export function executor<Name extends ExecutorName>(name: Name, step: Step<Name>) {
  return async (
    written: WrittenOptions<Name>,
    context: ExecutorContext,
  ): Promise<{ success: boolean }> => {
    const say = (line: string) => void process.stdout.write(`${line}\n`);
    try {
      const options = decodeOptions(name, written);
      const root = join(context.root, projectRoot(context));
      const config = await readReleaseConfig(root, options.config);
      const { root: workspaceRoot } = context;
      await step({ config, options, workspaceRoot, serveCommand: serveCommand(context), say });
      return { success: true };
    } catch (thrown) {
      process.stderr.write(`${tell(thrown)}\n`);
      return { success: false };
    }
  };
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
function tell(thrown: unknown): string {
  if (isCodedError(thrown)) return formatFindings(thrown.findings);
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return `✗ NZ9000 An unexpected error; please report it with this text.\n${text}\n    page: docs/errors/NZ9000.md`;
}
