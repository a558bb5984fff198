import type { DepositPerson } from '@nx-zenodo/zenodo-api';

/** A person as "Family, Given" splits, or an organisation. */
export type PersonParts =
  | { readonly kind: 'person'; readonly family: string; readonly given: string }
  | { readonly kind: 'organisation'; readonly name: string };

/** Exactly one comma makes a person; any other name stands as it is. */
export function personParts({ name }: DepositPerson): PersonParts {
  const [family = '', given = '', ...more] = name.split(',').map((part) => part.trim());
  if (given === '' || more.length > 0) return { kind: 'organisation', name: name.trim() };
  return { kind: 'person', family, given };
}

/** The full address of an ORCID. */
export function orcidUrl(orcid: string): string {
  return `https://orcid.org/${orcid.replace(/^https?:\/\/orcid\.org\//, '')}`;
}

/** The id of a licence however it was written. */
export function licenseId(
  license: string | { readonly id: string } | undefined,
): string | undefined {
  return typeof license === 'string' ? license : license?.id;
}
