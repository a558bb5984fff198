const CAMEL_CASE = `
isCitedBy cites isSupplementTo isSupplementedBy isContinuedBy continues isDescribedBy describes
hasMetadata isMetadataFor hasVersion isVersionOf isNewVersionOf isPreviousVersionOf isPartOf hasPart
isPublishedIn isReferencedBy references isDocumentedBy documents isCompiledBy compiles
isVariantFormOf isOriginalFormOf isIdenticalTo isReviewedBy reviews isDerivedFrom isSourceOf
isRequiredBy requires isObsoletedBy obsoletes
`;

const legacy = new Map(
  CAMEL_CASE.trim()
    .split(/\s+/)
    .map((name): [string, string] => [name.toLowerCase(), name]),
);
const withoutLegacyName = new Set([
  'istranslationof',
  'hastranslation',
  'iscollectedby',
  'collects',
  'other',
]);

/** The relation that moves a related identifier to the alternate ones; matched exactly. */
export const ALTERNATE_IDENTIFIER = 'isAlternateIdentifier';

/** A known misspelling that Zenodo corrects. */
export const MISSPELT_RELATION = {
  written: 'isOrignialFormOf',
  meant: 'isOriginalFormOf',
} as const;

/** All ids of the vocabulary. */
export function relationTypeIds(): readonly string[] {
  return [...legacy.keys(), ...withoutLegacyName];
}

/** True for an id (lower case) of the vocabulary. */
export function isRelationType(id: string): boolean {
  return legacy.has(id) || withoutLegacyName.has(id);
}

/** The deposit API's camel-case name of a relation, or null where it has none and leaves the entry out. */
export function legacyRelation(id: string): string | null {
  return legacy.get(id) ?? null;
}

/** Names the deposit API takes for `relation`. */
export function legacyRelations(): readonly string[] {
  return [...legacy.values(), ALTERNATE_IDENTIFIER];
}
