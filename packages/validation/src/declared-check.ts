import * as v from 'valibot';

// Every property is described: this schema is embedded in the JSON Schema of zenodo.release.json.

const text = (description: string) =>
  v.pipe(v.string(), v.minLength(1), v.description(description));
const count = (description: string) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.description(description));
const pointer = (description: string) =>
  v.pipe(
    v.string(),
    v.regex(/^(\/([^~/]|~[01])*)*$/, 'is no JSON Pointer (RFC 6901), for example /modules/0/name'),
    v.description(description),
  );
const paths = (description: string) =>
  v.pipe(
    v.array(text('A path or a glob, relative to the release root, with forward slashes.')),
    v.minLength(1),
    v.description(description),
  );

const common = {
  name: text(
    'What the check states, as it is printed and recorded, for example "Coverage ledger is complete". Unique in the list.',
  ),
  cure: v.exactOptional(
    text('What to do if the check fails, in one sentence; printed instead of the general advice.'),
  ),
};

const constantSchema = v.pipe(
  v.strictObject({
    constant: v.pipe(
      v.union([v.string(), v.number(), v.boolean(), v.null()]),
      v.description('The value itself: a string, a number, true, false or null.'),
    ),
  }),
  v.description('A value written here.'),
);

const fileValueSchema = v.pipe(
  v.strictObject({
    file: text(
      'The JSON file that holds the value; a .ndjson or .jsonl file reads as the array of its entries.',
    ),
    pointer: v.optional(
      pointer(
        'JSON Pointer (RFC 6901) to the value; the empty string, which is the default, is the whole file.',
      ),
      '',
    ),
    reduce: v.exactOptional(
      v.pipe(
        v.picklist(['length', 'sum', 'mean', 'min', 'max']),
        v.description(
          'Make one number of the array (or of the values of the object) at the pointer: its length, or the sum, mean, least or greatest of its numbers.',
        ),
      ),
    ),
    each: v.exactOptional(
      pointer(
        'With reduce: JSON Pointer to the number inside each element, for example /health/score.',
      ),
    ),
    decimals: v.exactOptional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(0),
        v.maxValue(15),
        v.description(
          'Round the number to this many decimals before it is compared; a half is rounded away from zero.',
        ),
      ),
    ),
  }),
  v.description('A value from a file.'),
);

/** A value that a check compares: written in the check, or read (and reduced) from a file. */
export const operandSchema = v.pipe(
  v.union([fileValueSchema, constantSchema]),
  v.description('A constant, or a value from a file by JSON Pointer.'),
);

const jsonCheck = v.pipe(
  v.strictObject({
    kind: v.literal('json'),
    ...common,
    files: paths(
      'The files that must exist and be valid JSON; a glob must match at least one file.',
    ),
  }),
  v.description('The files exist and are valid JSON (RFC 8259).'),
);

const jsonSchemaCheck = v.pipe(
  v.strictObject({
    kind: v.literal('json-schema'),
    ...common,
    files: paths(
      'The JSON files to check with the schema; a .ndjson or .jsonl file is checked entry by entry.',
    ),
    schema: text(
      'The JSON Schema file: draft-07, 2019-09 or 2020-12 (the default if it names no $schema). Remote references are not fetched.',
    ),
  }),
  v.description('The files satisfy a JSON Schema in the release.'),
);

const ndjsonCheck = v.pipe(
  v.strictObject({
    kind: v.literal('ndjson'),
    ...common,
    file: text('The ledger: one JSON value per line; blank lines are not counted.'),
    count: v.exactOptional(
      v.pipe(
        v.union([count('The number itself.'), fileValueSchema]),
        v.description(
          'Exact number of entries: a number, or the place of the number in another file.',
        ),
      ),
    ),
    min: v.exactOptional(count('Minimum number of entries; 1 if neither count nor min is given.')),
    max: v.exactOptional(count('Maximum number of entries.')),
    monotone: v.exactOptional(
      pointer(
        'JSON Pointer to the time stamp of an entry (RFC 3339 text, or a number); it must never go back from one entry to the next.',
      ),
    ),
    distinct: v.exactOptional(
      pointer('JSON Pointer to a value that no two entries may have in common, for example /id.'),
    ),
  }),
  v.description('A ledger of newline-delimited JSON is valid, complete and in order.'),
);

const equalsCheck = v.pipe(
  v.strictObject({
    kind: v.literal('equals'),
    ...common,
    values: v.pipe(
      v.array(operandSchema),
      v.minLength(2),
      v.description('Two or more values that must all be equal.'),
    ),
    tolerance: v.exactOptional(
      v.pipe(
        v.number(),
        v.minValue(0),
        v.description('Numbers count as equal if they differ by no more than this.'),
      ),
    ),
  }),
  v.description(
    'Two or more values agree. A value is a constant, or is read from a file by JSON Pointer and optionally reduced.',
  ),
);

const existsCheck = v.pipe(
  v.strictObject({
    kind: v.literal('exists'),
    ...common,
    paths: paths('The files that must exist; a glob must match at least one file.'),
    min: v.exactOptional(
      count('Minimum number of files in all; a single path or glob may then match none.'),
    ),
  }),
  v.description('Files exist.'),
);

const commandCheck = v.pipe(
  v.strictObject({
    kind: v.literal('command'),
    ...common,
    argv: v.pipe(
      v.array(v.string()),
      v.minLength(1),
      v.description('The program and its arguments, started in the release root without a shell.'),
    ),
    shell: v.optional(
      v.pipe(
        v.boolean(),
        v.description('Pass argv, joined with spaces, to the shell of the system instead.'),
      ),
      false,
    ),
    exitStatus: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(0),
        v.maxValue(255),
        v.description('The exit status that passes.'),
      ),
      0,
    ),
    timeLimitSeconds: v.optional(
      v.pipe(
        v.number(),
        v.gtValue(0),
        v.maxValue(86_400),
        v.description('The program is ended after this many seconds, and the check fails.'),
      ),
      60,
    ),
    reads: v.optional(
      v.pipe(
        v.array(text('A path or a glob, relative to the release root, with forward slashes.')),
        v.description(
          'The files that the program reads: their digests are recorded, and any change to them makes the report stale.',
        ),
      ),
      [],
    ),
    passEnv: v.optional(
      v.pipe(
        v.array(text('The name of an environment variable.')),
        v.description(
          'Variables to pass on even though their names look like secrets (TOKEN, SECRET, PASSWORD, …); other such variables are not passed on.',
        ),
      ),
      [],
    ),
  }),
  v.description('A program ends with the expected exit status.'),
);

const allPassedCheck = v.pipe(
  v.strictObject({ kind: v.literal('all-passed'), ...common }),
  v.description('Every check before this one passed.'),
);

/** One declared check: `kind` says which. */
export const declaredCheckSchema = v.pipe(
  v.variant('kind', [
    jsonCheck,
    jsonSchemaCheck,
    ndjsonCheck,
    equalsCheck,
    existsCheck,
    commandCheck,
    allPassedCheck,
  ]),
  v.description('A check that the release must pass; kind says which properties it has.'),
);

/** The list of checks of a release: not empty, no name twice. */
export const declaredChecksSchema = v.pipe(
  v.array(declaredCheckSchema),
  v.minLength(1, 'is empty: a list of no checks proves nothing'),
  v.check(
    (checks) => new Set(checks.map((check) => check.name)).size === checks.length,
    'has two checks of one name',
  ),
  v.description('The checks of the release, run in this order.'),
);

/** A check as the program uses it: every default filled in. */
export type DeclaredCheck = v.InferOutput<typeof declaredCheckSchema>;
/** A check as a person writes it. */
export type WrittenCheck = v.InferInput<typeof declaredCheckSchema>;
/** A value that is compared. */
export type Operand = v.InferOutput<typeof operandSchema>;
/** A value that stands in a file. */
export type FileValue = v.InferOutput<typeof fileValueSchema>;
/** One kind of check. */
export type CheckOf<Kind extends DeclaredCheck['kind']> = Extract<DeclaredCheck, { kind: Kind }>;
