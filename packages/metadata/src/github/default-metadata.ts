import { matchLicense } from '@nx-zenodo/zenodo-api';
import type { GithubRelease } from './github-release.js';

type Metadata = Record<string, unknown>;

const MAX_CONTRIBUTORS = 30;

const person = (name: string, company?: string): Metadata => ({
  person_or_org: { type: 'personal', family_name: name },
  ...(company ? { affiliations: [{ name: company }] } : {}),
});

/** GitHub says NOASSERTION where it found a licence that it does not know: Zenodo takes that for none. */
export function knownLicense(detected: string | null): string | null {
  return detected === null || detected === '' || detected === 'NOASSERTION' ? null : detected;
}

function defaultRights(detected: string | null): Metadata[] {
  const known = knownLicense(detected);
  if (known === null) return [{ id: 'cc-by-4.0' }];
  const match = matchLicense(known);
  return [match !== null && 'id' in match ? match : { id: known.toLowerCase() }];
}

function contributorCreators({ contributors }: GithubRelease): Metadata[] {
  return contributors
    .slice(0, MAX_CONTRIBUTORS)
    .filter(({ type }) => type === 'User')
    .sort((a, b) => b.contributions - a.contributions)
    .map(({ name, login, company }) => person(name || login, company));
}

/** What Zenodo publishes for a release of which no file says anything. */
export function defaultMetadata(release: GithubRelease): Metadata {
  const { fullName, tag } = release;
  return {
    title: `${fullName}: ${release.releaseName || tag}`,
    description: release.bodyHtml || release.repositoryDescription || 'No description provided.',
    publication_date: release.publishedAt.slice(0, 10),
    version: tag,
    related_identifiers: [
      {
        identifier: `https://github.com/${fullName}/tree/${tag}`,
        scheme: 'url',
        relation_type: { id: 'issupplementto' },
        resource_type: { id: 'software' },
      },
    ],
    resource_type: { id: 'software' },
    creators: contributorCreators(release),
    publisher: 'Zenodo',
    rights: defaultRights(release.detectedLicense),
  };
}

/** The creators where neither file nor contributors name any. */
export function fallbackCreators({ owner }: GithubRelease): Metadata[] {
  return [owner === null ? person('Unknown') : person(owner.name, owner.company)];
}
