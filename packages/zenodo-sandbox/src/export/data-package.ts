import { viewLicence } from '@nx-zenodo/record-page';
import type { RdmCreator } from '@nx-zenodo/zenodo-api';
import { guessMediaType } from '../bucket/media-type.js';
import { isCompleted } from '../model/file-entry.js';
import { doiUrl, encodeKeyPath } from '../model/links.js';
import type { Revision, Version } from '../model/version.js';

const profile = 'https://datapackage.org/profiles/2.0/datapackage.json';

/** Media type of the Data Package face: its profile is part of the name. */
export const dataPackageType = `application/ld+json;profile="${profile}"`;

/** A record as a Data Package 2.0: what it is, and where each file is had (contract C.6). */
export function toDataPackage(version: Version, shown: Revision, origin: string): object {
  const { metadata, pids } = shown.content;
  const homepage = `${origin}/records/${version.id}`;
  const doi = pids.doi?.identifier;
  const keywords = (metadata.subjects ?? []).flatMap(({ subject }) => subject ?? []);
  const licenses = (metadata.rights ?? []).flatMap((right) => {
    if (right.id === undefined) return [];
    const { id, title, url } = viewLicence(right);
    return [{ name: id, ...(url === undefined ? {} : { path: url }), title }];
  });
  const contributors = [
    ...(metadata.creators ?? []).map((person) => contributor(person, 'creator')),
    ...(metadata.contributors ?? []).map((person) => contributor(person, 'contributor')),
  ];
  return {
    $schema: profile,
    ...(doi === undefined ? {} : { id: doiUrl(doi) }),
    name: String(version.id),
    title: metadata.title,
    description: metadata.description,
    version: metadata.version,
    created: version.created,
    homepage,
    ...(keywords.length === 0 ? {} : { keywords }),
    resources: shown.files.filter(isCompleted).map(({ key, content }) => ({
      name: key,
      path: `${homepage}/files/${encodeKeyPath(key)}`,
      ...(/\.[^./]+$/.test(key) ? { format: key.split('.').at(-1) } : {}),
      mimetype: guessMediaType(key),
      bytes: content.size,
      hash: `md5:${content.md5}`,
    })),
    ...(licenses.length === 0 ? {} : { licenses }),
    ...(contributors.length === 0 ? {} : { contributors }),
  };
}

function contributor({ person_or_org: person, affiliations, role }: RdmCreator, kind: string) {
  return {
    title: person?.name,
    givenName: person?.given_name,
    familyName: person?.family_name,
    roles: [role?.id ?? kind],
    organization: affiliations?.[0]?.name,
  };
}
