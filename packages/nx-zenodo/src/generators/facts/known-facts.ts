import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import type { Finding } from '@nx-zenodo/findings';

/** What one source says about the release, in the deposit API's own words. */
export interface SourceFacts {
  /** File (POSIX, relative to the release root) or another origin, as it is told to the user. */
  readonly source: string;
  /** Short name of what is released. */
  readonly name?: string;
  readonly deposit: DepositMetadata;
  /** What could not be read, or is only a guess. */
  readonly findings?: readonly Finding[];
}

/** The facts that won, each with its source. */
export interface KnownFacts {
  readonly name: string | undefined;
  readonly deposit: DepositMetadata;
  /** Source of each top-level key of `deposit`, and of `name`. */
  readonly origins: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
}

/** The first source that says something about a field wins the whole field; order is precedence. */
export function mergeFacts(sources: readonly SourceFacts[]): KnownFacts {
  const deposit: Record<string, unknown> = {};
  const origins: Record<string, string> = {};
  for (const { source, deposit: said } of sources) {
    for (const [field, value] of Object.entries(said)) {
      if (field in deposit || isEmpty(value)) continue;
      deposit[field] = value;
      origins[field] = source;
    }
  }
  const named = sources.find(({ name }) => name !== undefined && name !== '');
  if (named !== undefined) origins['name'] = named.source;
  return {
    name: named?.name,
    deposit,
    origins,
    findings: sources.flatMap(({ source, findings = [], deposit: said }) =>
      // A guess is only worth a word when it was taken.
      findings.filter(({ place }) => place?.field === undefined || wins(place.field, source, said)),
    ),
  };

  function wins(field: string, source: string, said: DepositMetadata): boolean {
    return !(field in said) || origins[field] === source;
  }
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}
