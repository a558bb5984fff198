import { formatFindings } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';
import { formatFiles, logger } from '@nx/devkit';
import type { GeneratorCallback, Tree } from '@nx/devkit';
import * as v from 'valibot';
import { PluginError } from '../plugin-error.js';
import { changeText } from './change-text.js';
import { standingText } from './node/standing-text.js';
import { generatorOptions } from './options.js';
import type { GeneratorName, GeneratorOptions, WrittenGeneratorOptions } from './options.js';
import { writtenFlags } from './written-flags.js';

/** What a generator is given. */
export interface GeneratorInput<Name extends GeneratorName> {
  readonly tree: Tree;
  readonly options: GeneratorOptions<Name>;
  readonly say: (line: string) => void;
}

/** What a generator leaves to be done and told once its files are on disk. */
export interface GeneratorOutcome {
  readonly findings?: readonly Finding[];
  /** Runs after the files were written; never in a dry run. */
  readonly afterwards?: GeneratorCallback;
}

type Body<Name extends GeneratorName> = (input: GeneratorInput<Name>) => Promise<GeneratorOutcome>;

/** The generator that Nx calls: decodes the options, runs the body, formats, tells what was found. */
export function generator<Name extends GeneratorName>(name: Name, body: Body<Name>) {
  return async (
    tree: Tree,
    written: WrittenGeneratorOptions<Name>,
  ): Promise<GeneratorCallback | undefined> => {
    const say = (line: string) => logger.info(line);
    try {
      const options = decodeOptions(name, written);
      const { findings = [], afterwards } = await body({ tree, options, say });
      if (options.skipFormat !== true) await formatFiles(tree);
      if (process.env['NX_DRY_RUN'] === 'true') showChanges(tree, say);
      if (findings.length > 0) logger.warn(formatFindings(findings));
      return afterwards === undefined ? undefined : () => told(afterwards);
    } catch (thrown) {
      throw readable(thrown);
    }
  };
}

// Nx itself only names the files of a dry run.
function showChanges(tree: Tree, say: (line: string) => void): void {
  for (const change of tree.listChanges()) {
    say(changeText(change, standingText(tree.root, change.path)));
  }
}

async function told(task: GeneratorCallback): Promise<void> {
  try {
    await task();
  } catch (thrown) {
    throw readable(thrown);
  }
}

function decodeOptions<Name extends GeneratorName>(
  name: Name,
  written: unknown,
): GeneratorOptions<Name> {
  const outcome = v.safeParse(generatorOptions[name], writtenFlags(written, process.argv));
  if (outcome.success) return outcome.output as GeneratorOptions<Name>;
  throw PluginError.of(
    outcome.issues.map((issue) => ({
      code: 'NZ9101',
      severity: 'error',
      message: `An option of the generator ${name} cannot be used: ${issue.message}.`,
      cure: `Run \`nx g nx-zenodo:${name} --help\`; nothing was written.`,
      place: { field: v.getDotPath(issue) ?? 'options' },
    })),
  );
}

// Nx prints the first line of a message as a title and the others below it, and offers the stack of
// anything that has one: a user's mistake has all its findings in the message and no stack.
function readable(thrown: unknown): unknown {
  if (!(thrown instanceof Error && 'findings' in thrown && Array.isArray(thrown.findings))) {
    return thrown;
  }
  thrown.message = formatFindings(thrown.findings as Finding[]);
  thrown.stack = '';
  return thrown;
}
