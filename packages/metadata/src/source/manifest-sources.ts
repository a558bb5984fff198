import { isObject, ownValue } from '@nx-zenodo/zenodo-api';
import type { JsonObject } from '@nx-zenodo/zenodo-api';
import type { Place } from '@nx-zenodo/findings';
import { parseJsonDocument } from '../document/json-document.js';
import { finding } from '../metadata-error.js';
import { statementsOf } from './statement.js';
import type { DepositField, Reading } from './statement.js';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** The place of the first line that a pattern finds; for formats whose readers tell no places. */
function placeOf(written: string, file: string, pattern: RegExp): Place {
  const index = written.split(/\r\n|\r|\n/).findIndex((line) => pattern.test(line));
  return index < 0 ? { file } : { file, line: index + 1, column: 1 };
}

/** "Given Family <mail>" as package managers write people. */
function toCreator(written: unknown): JsonObject[] {
  const whole = isObject(written) ? ownValue(written, 'name') : written;
  const name =
    text(whole)
      ?.replace(/\s*[<(].*$/, '')
      .trim() ?? '';
  if (name === '') return [];
  const words = name.split(/\s+/);
  const last = words.at(-1) ?? '';
  const isPlain = words.length > 1 && !name.includes(',');
  return [{ name: isPlain ? `${last}, ${words.slice(0, -1).join(' ')}` : name }];
}

const some = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length === 0 ? undefined : list;
const strings = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? some(value.flatMap((item: unknown) => text(item) ?? [])) : undefined;

/** package.json: version, description, licence, author and keywords; nothing of a private package. */
export function readPackageJson(written: string, file: string): Reading {
  const { document } = parseJsonDocument(written, file);
  if (document === null || !isObject(document.value)) return { statements: [], findings: [] };
  const source = document.value;
  if (ownValue(source, 'private') === true) return { statements: [], findings: [] };
  const at = (key: string) => document.place([key]);
  const people = ['author', 'contributors'].flatMap((key) => {
    const value = ownValue(source, key);
    return (Array.isArray(value) ? value : [value]).flatMap(toCreator);
  });
  const statements = statementsOf(file, [
    ['version', text(ownValue(source, 'version')), at('version')],
    ['description', text(ownValue(source, 'description')), at('description')],
    ['license', text(ownValue(source, 'license')), at('license')],
    ['creators', some(people), at('author'), 'author and contributors'],
    ['keywords', strings(ownValue(source, 'keywords')), at('keywords')],
  ]);
  return { statements, findings: [] };
}

interface TomlFacts {
  readonly name: unknown;
  readonly entries: readonly (readonly [DepositField, unknown, RegExp])[];
}

async function tomlReading(
  written: string,
  file: string,
  read: (value: JsonObject) => TomlFacts,
): Promise<Reading> {
  const { parse } = await import('smol-toml');
  let value: unknown;
  try {
    value = parse(written);
  } catch (error) {
    const { line, column } = error as { line?: number; column?: number };
    const place = { file, ...(line === undefined ? {} : { line, column: column ?? 1 }) };
    const message = `${file} is not TOML.`;
    return {
      statements: [],
      findings: [finding('NZ3002', { severity: 'warning', message, place })],
    };
  }
  const { name, entries } = isObject(value) ? read(value) : { name: undefined, entries: [] };
  const placed = entries.map(
    ([field, stated, pattern]) => [field, stated, placeOf(written, file, pattern)] as const,
  );
  return { ...named(name), statements: statementsOf(file, placed), findings: [] };
}

function named(name: unknown): { name?: string } {
  const stated = text(name);
  return stated === undefined ? {} : { name: stated };
}

const member = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((at, key) => (isObject(at) ? ownValue(at, key) : undefined), value);

/** pyproject.toml: `[project]` (PEP 621), else `[tool.poetry]`. */
export async function readPyproject(written: string, file: string): Promise<Reading> {
  return tomlReading(written, file, (value) => {
    const project = member(value, 'project') ?? member(value, 'tool', 'poetry');
    const license = member(project, 'license');
    const authors = member(project, 'authors');
    const entries: TomlFacts['entries'] = [
      ['version', text(member(project, 'version')), /^\s*version\s*=/],
      ['description', text(member(project, 'description')), /^\s*description\s*=/],
      ['license', text(isObject(license) ? ownValue(license, 'text') : license), /^\s*license\b/],
      [
        'creators',
        Array.isArray(authors) ? some(authors.flatMap(toCreator)) : undefined,
        /^\s*authors\s*=/,
      ],
      ['keywords', strings(member(project, 'keywords')), /^\s*keywords\s*=/],
    ];
    return { name: member(project, 'name'), entries };
  });
}

/** Cargo.toml: `[package]`; values that a workspace gives are not looked up. */
export async function readCargo(written: string, file: string): Promise<Reading> {
  return tomlReading(written, file, (value) => {
    const crate = member(value, 'package');
    const authors = member(crate, 'authors');
    const entries: TomlFacts['entries'] = [
      ['version', text(member(crate, 'version')), /^\s*version\s*=/],
      ['description', text(member(crate, 'description')), /^\s*description\s*=/],
      ['license', text(member(crate, 'license')), /^\s*license\s*=/],
      [
        'creators',
        Array.isArray(authors) ? some(authors.flatMap(toCreator)) : undefined,
        /^\s*authors\s*=/,
      ],
      ['keywords', strings(member(crate, 'keywords')), /^\s*keywords\s*=/],
    ];
    return { name: member(crate, 'name'), entries };
  });
}

/** pom.xml: the project's own version, description and developers. */
export async function readPom(written: string, file: string): Promise<Reading> {
  const { XMLParser } = await import('fast-xml-parser');
  const parser = new XMLParser({
    ignoreAttributes: true,
    parseTagValue: false,
    processEntities: false,
  });
  let project: unknown;
  try {
    project = member(parser.parse(written), 'project');
  } catch {
    const message = `${file} is not XML.`;
    return {
      statements: [],
      findings: [finding('NZ3002', { severity: 'warning', message, place: { file } })],
    };
  }
  const developers = member(project, 'developers', 'developer');
  const people = (Array.isArray(developers) ? developers : [developers]).flatMap(toCreator);
  const version = text(member(project, 'version'));
  const statements = statementsOf(file, [
    ['version', version?.includes('${') ? undefined : version, placeOf(written, file, /<version>/)],
    ['description', text(member(project, 'description')), placeOf(written, file, /<description>/)],
    ['creators', some(people), placeOf(written, file, /<developers>/), 'developers'],
  ]);
  return { ...named(member(project, 'artifactId')), statements, findings: [] };
}

/** DESCRIPTION of an R package (Debian control syntax). */
export function readRDescription(written: string, file: string): Reading {
  const fields = new Map<string, string>();
  for (const block of written.split(/\r?\n(?=\S)/)) {
    const match = /^([A-Za-z@]+):\s*([\s\S]*)$/.exec(block);
    if (match !== null) fields.set(match[1] ?? '', (match[2] ?? '').replace(/\s+/g, ' ').trim());
  }
  const at = (key: string) => placeOf(written, file, new RegExp(`^${key}:`));
  const statements = statementsOf(file, [
    ['title', fields.get('Title'), at('Title')],
    ['version', fields.get('Version'), at('Version')],
    ['description', fields.get('Description'), at('Description')],
    ['publication_date', fields.get('Date'), at('Date')],
  ]);
  return { ...named(fields.get('Package')), statements, findings: [] };
}
