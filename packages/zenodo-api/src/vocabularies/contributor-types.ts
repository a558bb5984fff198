const NAMES = `
ContactPerson DataCollector DataCurator DataManager Distributor Editor HostingInstitution Producer
ProjectLeader ProjectManager ProjectMember RegistrationAgency RegistrationAuthority RelatedPerson
Researcher ResearchGroup RightsHolder Sponsor Supervisor WorkPackageLeader Other
`;

const legacy = new Map(
  NAMES.trim()
    .split(/\s+/)
    .map((name): [string, string] => [name.toLowerCase(), name]),
);

/** All role ids of the vocabulary. */
export function contributorRoleIds(): readonly string[] {
  return [...legacy.keys(), 'translator'];
}

/** True for a role id (lower case) of the vocabulary. `translator` has no deposit API name. */
export function isContributorRole(id: string): boolean {
  return legacy.has(id) || id === 'translator';
}

/** The deposit API's name of a role, or null where it leaves `type` out. */
export function legacyContributorType(role: string): string | null {
  return legacy.get(role) ?? null;
}

/** Names the deposit API takes for `type` of a contributor. */
export function legacyContributorTypes(): readonly string[] {
  return [...legacy.values()];
}
