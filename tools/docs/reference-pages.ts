import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { environmentVariables } from './environment-variables.js';
import { fieldsOf, typeOf, type JsonSchema } from './json-schema.js';
import { code, heading, table } from './markdown.js';

/** Root of the repository. */
export const repository = join(import.meta.dirname, '../..');
const plugin = 'packages/nx-zenodo';

/** Every page of docs/reference, by file name. */
export function referencePages(): Record<string, string> {
  return {
    'executors.md': commands('executors', 'Executors', 'npx nx run <project>:'),
    'generators.md': commands('generators', 'Generators', 'npx nx g nx-zenodo:'),
    'zenodo.release.json.md': releaseConfig(),
    'zenodo.archive.json.md': fileFormat(
      'zenodo.archive.json',
      `${plugin}/schemas/zenodo.archive.schema.json`,
    ),
    'zenodo.metadata.json.md': fileFormat(
      'zenodo.metadata.json',
      'packages/metadata/schemas/zenodo.metadata.schema.json',
    ),
    'release-manifest.md': fileFormat(
      'RELEASE_MANIFEST.json',
      'packages/manifest/schemas/release-manifest.schema.json',
    ),
    'error-codes.md': errorCodes(),
    'environment-variables.md': environment(),
    'README.md': index(),
  };
}

function index(): string {
  return [
    heading('Reference', 'the pages beside it'),
    '',
    '- [Executors](executors.md) and their options',
    '- [Generators](generators.md) and their options',
    '- [zenodo.release.json](zenodo.release.json.md)',
    '- [zenodo.archive.json](zenodo.archive.json.md)',
    '- [zenodo.metadata.json](zenodo.metadata.json.md)',
    '- [RELEASE_MANIFEST.json](release-manifest.md)',
    '- [Error codes](error-codes.md)',
    '- [Environment variables](environment-variables.md)',
  ].join('\n');
}

function commands(kind: 'executors' | 'generators', title: string, prefix: string): string {
  const listed = readJson(`${plugin}/${kind}.json`) as Record<
    string,
    Record<string, { description: string }>
  >;
  const sections = Object.entries(listed[kind] ?? {}).map(([name, { description }]) => {
    const schema = readJson(`${plugin}/src/${kind}/${name}/schema.json`) as JsonSchema;
    return [
      `## ${name}`,
      '',
      `${description}.`,
      '',
      '```sh',
      `${prefix}${name}`,
      '```',
      '',
      options(schema),
    ].join('\n');
  });
  return [heading(title, `${kind}.json and the schema of each`), ...sections].join('\n\n');
}

function options(schema: JsonSchema): string {
  const rows = fieldsOf(schema).map(row);
  return rows.length === 0 ? 'It has no options.' : table(fieldHead('option'), rows);
}

function releaseConfig(): string {
  const schema = readJson(`${plugin}/schemas/zenodo.release.schema.json`) as JsonSchema;
  const checks = schema.properties?.['validation']?.properties?.['checks']?.items?.oneOf ?? [];
  return [
    heading('zenodo.release.json', 'packages/nx-zenodo/schemas/zenodo.release.schema.json'),
    `${schema.description}. Paths are relative to its folder.`,
    table(fieldHead('field'), fieldsOf(schema).map(row)),
    '## Checks',
    'Each item of `validation.checks` is one of these. Its `kind` says which.',
    ...checks.map(check),
  ].join('\n\n');
}

function fileFormat(title: string, path: string): string {
  const schema = readJson(path) as JsonSchema;
  if (schema.description === undefined) throw new Error(`${path} has no description`);
  return [
    heading(title, path),
    schema.description,
    table(fieldHead('field'), fieldsOf(schema).map(row)),
    `An editor checks and completes the file with [its JSON Schema](../../${path}).`,
  ].join('\n\n');
}

function check(schema: JsonSchema): string {
  const fields = fieldsOf(schema).filter(({ path }) => path !== 'kind');
  return [
    `### ${String(schema.properties?.['kind']?.const)}`,
    schema.description ?? '',
    table(fieldHead('field'), fields.map(row)),
  ].join('\n\n');
}

function fieldHead(first: string): string[] {
  return [first, 'value', 'default', 'meaning'];
}

function row({
  path,
  schema,
  required,
}: {
  path: string;
  schema: JsonSchema;
  required: boolean;
}): string[] {
  const standard = schema.default === undefined ? '' : code(JSON.stringify(schema.default));
  return [code(path), typeOf(schema), required ? '_required_' : standard, meaningOf(schema)];
}

// What may be null, or one of several, is described where it is not.
function meaningOf({ description, anyOf = [] }: JsonSchema): string {
  return description ?? anyOf.map(meaningOf).find((meaning) => meaning !== '') ?? '';
}

function errorCodes(): string {
  const speakers = [
    ...read('docs/errors/README.md').matchAll(/^\| (NZ\d+)x+\s*\| (.+?)\s*\|$/gm),
  ].map(([, prefix = '', who = '']) => ({ prefix, who }));
  const rows = readdirSync(join(repository, 'docs/errors'))
    .filter((file) => /^NZ\d{4}\.md$/.test(file))
    .sort()
    .map((file) => {
      const [, errorCode = '', title = ''] =
        /^# (NZ\d{4}): (.+)$/m.exec(read(`docs/errors/${file}`)) ?? [];
      const speaker = speakers.find(({ prefix }) => errorCode.startsWith(prefix));
      if (title === '' || speaker === undefined) {
        throw new Error(`docs/errors/${file}: no title, or no row of docs/errors/README.md`);
      }
      return [`[${errorCode}](../errors/${file})`, title, speaker.who];
    });
  return [
    heading('Error codes', 'the titles of docs/errors'),
    `${rows.length} codes. Each page says what happened, why it matters, and the cure.`,
    table(['code', 'title', 'reported by'], rows),
  ].join('\n\n');
}

function environment(): string {
  const rows = environmentVariables.map(({ name, readBy, meaning }) => {
    if (!read(readBy).includes(name)) throw new Error(`${readBy} does not read ${name}`);
    return [code(name), meaning, `[${readBy.split('/')[1]}](../../${readBy})`];
  });
  return [
    heading('Environment variables', 'tools/docs/environment-variables.ts'),
    'Tokens are read only from the environment. No file and no option accepts one.',
    table(['variable', 'meaning', 'read by'], rows),
  ].join('\n\n');
}

function readJson(path: string): unknown {
  return JSON.parse(read(path));
}

function read(path: string): string {
  return readFileSync(join(repository, path), 'utf8');
}
