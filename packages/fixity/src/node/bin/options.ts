import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface CommandOptions {
  readonly root: string;
  readonly signature: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly artifacts: readonly string[];
  readonly allowUncovered: readonly string[];
  readonly form: 'text' | 'json' | 'sarif';
}

/** Tells a command line that cannot be understood; the message is for the person who typed it. */
export class UsageError extends Error {}

export const usage = `Usage: nx-zenodo-fixity <command> <signature> [options]

  verify   prove that the files are what the signature (a checksum list) says
  freeze   write the signature of the files that --include matches

  --root DIR             folder that holds the release (default: this folder); paths are relative to it
  --artifact PATH        verify: file that the signature must cover (repeatable)
  --allow-uncovered PATH verify: artifact that no signature can cover (repeatable)
  --include GLOB         freeze: files to freeze (repeatable)
  --exclude GLOB         freeze: files to leave out (repeatable)
  --json, --sarif        the outcome as JSON, or as SARIF 2.1.0 for code hosts
  --version, --help

Exit status: 0 proved or written, 1 something was found, 2 the command line cannot be understood.
`;

/** Reads the arguments after the command's name; throws {@link UsageError}. */
export function parseOptions(args: readonly string[], cwd: string): CommandOptions {
  const { values, positionals } = parsed(args);
  const [signature, ...others] = positionals;
  if (signature === undefined || others.length > 0) {
    throw new UsageError('Name exactly one signature.');
  }
  if (values.json === true && values.sarif === true) {
    throw new UsageError('Ask for --json or for --sarif.');
  }
  return {
    root: resolve(cwd, values.root ?? '.'),
    signature,
    include: values.include ?? [],
    exclude: values.exclude ?? [],
    artifacts: values.artifact ?? [],
    allowUncovered: values['allow-uncovered'] ?? [],
    form: values.json === true ? 'json' : values.sarif === true ? 'sarif' : 'text',
  };
}

function parsed(args: readonly string[]) {
  const many = { type: 'string', multiple: true } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        root: { type: 'string' },
        include: many,
        exclude: many,
        artifact: many,
        'allow-uncovered': many,
        json: { type: 'boolean' },
        sarif: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
