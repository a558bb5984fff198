/** Joins the parts of a name that are there. */
const joined = (...parts: readonly unknown[]): string =>
  parts
    .filter((part) => typeof part === 'string' && part.trim() !== '')
    .join(' ')
    .trim();

/** The parts of a person's name as CITATION.cff and CodeMeta state them. */
export interface NameParts {
  readonly family?: unknown;
  readonly given?: unknown;
  readonly particle?: unknown;
  readonly suffix?: unknown;
  readonly whole?: unknown;
}

/** "Particle Family, Given Suffix", or the whole name of an organisation; '' where nothing is stated. */
export function depositName({ family, given, particle, suffix, whole }: NameParts): string {
  const last = joined(particle, family);
  const first = joined(given, suffix);
  if (last !== '' && first !== '') return `${last}, ${first}`;
  return last || first || joined(whole);
}

/** What two spellings of one name have in common: words without order, case, accents and initials' dots. */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ');
}

/** The bare digits of an ORCID, or '' where there is none. */
export function bareOrcid(value: unknown): string {
  if (typeof value !== 'string') return '';
  return /\d{4}-\d{4}-\d{4}-\d{3}[\dXx]/.exec(value)?.[0].toUpperCase() ?? '';
}
