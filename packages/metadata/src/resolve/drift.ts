import type { Finding } from '@nx-zenodo/findings';
import { isObject, matchLicense, ownValue } from '@nx-zenodo/zenodo-api';
import { finding } from '../metadata-error.js';
import { bareOrcid, nameKey } from '../source/person-name.js';
import type { Statement } from '../source/statement.js';

/** Facts that every source must agree on, with the form in which they are compared. */
const FACTS: Readonly<Record<string, (value: unknown) => string>> = {
  title: (value) => String(value).trim().replace(/\s+/g, ' '),
  version: (value) =>
    String(value)
      .trim()
      .replace(/^v(?=\d)/i, ''),
  license: licenseKey,
  publication_date: (value) => String(value).trim(),
  creators: creatorsKey,
};

/** What package managers and licence texts are asked for: there, names and titles mean something else. */
const PACKAGE_FACTS: ReadonlySet<string> = new Set(['version', 'license']);

function licenseKey(value: unknown): string {
  const written = String(isObject(value) ? ownValue(value, 'id') : value);
  const match = matchLicense(written);
  // A licence text does not tell whether later versions are allowed.
  const id = match !== null && 'id' in match ? match.id : written.toLowerCase();
  return id.replace(/-(?:only|or-later)$/, '');
}

function creatorsKey(value: unknown): string {
  if (!Array.isArray(value)) return '';
  const names = value.map((person: unknown) =>
    isObject(person) ? nameKey(String(ownValue(person, 'name'))) : '',
  );
  return names.join('; ');
}

const show = (field: string, value: unknown): string => {
  if (field !== 'creators' || !Array.isArray(value)) return `"${String(value)}"`;
  return value
    .map((person: unknown) => (isObject(person) ? String(ownValue(person, 'name')) : '?'))
    .join('; ');
};

function orcidsOf(value: unknown): ReadonlyMap<string, string> {
  const people = Array.isArray(value) ? value.filter(isObject) : [];
  const pairs = people.map(
    (person) =>
      [nameKey(String(ownValue(person, 'name'))), bareOrcid(ownValue(person, 'orcid'))] as const,
  );
  return new Map(pairs.filter(([, orcid]) => orcid !== ''));
}

function orcidDrift(first: Statement, other: Statement): Finding[] {
  const known = orcidsOf(first.value);
  return [...orcidsOf(other.value)].flatMap(([name, orcid]) => {
    const before = known.get(name);
    if (before === undefined || before === orcid) return [];
    const message = `${first.source} gives ${name} the ORCID ${before}, ${other.source} gives ${orcid}.`;
    return [finding('NZ3030', { message, place: other.place })];
  });
}

/** Compares each fact of the weaker sources with the strongest that states it. */
export function findDrift(
  statements: readonly Statement[],
  isMetadataFile: (source: string) => boolean,
): Finding[] {
  return Object.entries(FACTS).flatMap(([field, key]) => {
    const [first, ...others] = statements.filter((statement) => statement.field === field);
    if (first === undefined) return [];
    return others.flatMap((other) => {
      const isWork = isMetadataFile(other.source);
      if (!isWork && !PACKAGE_FACTS.has(field)) return [];
      const orcids = field === 'creators' ? orcidDrift(first, other) : [];
      if (key(other.value) === key(first.value)) return orcids;
      const said = `${first.source} says ${show(field, first.value)}, ${other.source} says ${show(field, other.value)}`;
      const facts = { message: `\`${field}\` differs: ${said}.`, place: other.place };
      const code = isWork ? 'NZ3030' : 'NZ3031';
      return [...orcids, finding(code, isWork ? facts : { ...facts, severity: 'warning' })];
    });
  });
}
