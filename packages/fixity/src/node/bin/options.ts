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
  /** Holds the freeze in git (verify), or keeps the signature that is committed there (freeze). */
  readonly tag: string | undefined;
  readonly mode: 'strict' | 'allow-listed';
  readonly allowed: readonly string[];
  readonly freezeRecord: string | undefined;
  readonly overwrite: boolean;
  readonly once: boolean;
  readonly form: 'text' | 'json' | 'sarif';
}

/** Tells a command line that cannot be understood; the message is for the person who typed it. */
export class UsageError extends Error {}

export const usage = `Usage: nx-zenodo-fixity <command> <signature> [options]

  verify   prove that the files are what the signature (a checksum list) says
  freeze   write the signature of the files that --include matches
  guard    verify again whenever something changes, and tell it as it happens

  --root DIR             folder that holds the release (default: this folder); paths are relative to it
  --artifact PATH        verify: file that the signature must cover (repeatable)
  --allow-uncovered PATH verify: artifact that no signature can cover (repeatable)
  --include GLOB         freeze: files to freeze (repeatable)
  --exclude GLOB         freeze: files to leave out (repeatable)
  --tag TAG              verify: hold the freeze in git; freeze: keep the signature that is committed there
  --allow GLOB           verify: file that may differ between HEAD and the tag, relative to the top of the
                         repository (repeatable); without it HEAD must be the tag
  --freeze-record PATH   verify: record whose "commit" must be that of the tag (FINAL_FREEZE.json)
  --overwrite            freeze: write even over a signature that is committed at the tag
  --once                 guard: end with status 1 at the first drift
  --json, --sarif        the outcome as JSON (guard: one line an event), or as SARIF 2.1.0 for code hosts
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
    tag: values.tag,
    mode: values.allow === undefined ? 'strict' : 'allow-listed',
    allowed: values.allow ?? [],
    freezeRecord: values['freeze-record'],
    overwrite: values.overwrite ?? false,
    once: values.once ?? false,
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
        tag: { type: 'string' },
        allow: many,
        'freeze-record': { type: 'string' },
        overwrite: { type: 'boolean' },
        once: { type: 'boolean' },
        json: { type: 'boolean' },
        sarif: { type: 'boolean' },
      },
    });
  } catch (error) {
    // Not asked by instanceof, which fails across realms.
    const told = typeof error === 'object' && error !== null && 'message' in error;
    throw new UsageError(String(told ? error.message : error));
  }
}
