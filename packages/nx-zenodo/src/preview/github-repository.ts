import { isObject } from '@nx-zenodo/zenodo-api';

// https://github.com/owner/name(.git)(/…), git@github.com:owner/name.git, ssh://git@github.com/owner/name
const address =
  /(?:^|[/@.])github\.com[/:]([A-Za-z0-9][A-Za-z0-9-]*)\/([A-Za-z0-9._-]+?)(?:\.git)?(?:[/?#]|$)/i;

/** `owner/repository` that an address on GitHub names, null for any other text. */
export function parseGithubAddress(text: string): string | null {
  const [, owner, name] = address.exec(text) ?? [];
  return owner === undefined || name === undefined ? null : `${owner}/${name}`;
}

/** The repository of a release: the remote of git, else the first one that the metadata relates to. */
export function githubRepository(remoteUrl: string | null, deposit: unknown): string | null {
  const related = isObject(deposit) ? deposit['related_identifiers'] : undefined;
  const stated = (Array.isArray(related) ? related : []).flatMap((entry: unknown) => {
    const identifier = isObject(entry) ? entry['identifier'] : undefined;
    return typeof identifier === 'string' ? [identifier] : [];
  });
  const named = [...(remoteUrl === null ? [] : [remoteUrl]), ...stated].map(parseGithubAddress);
  return named.find((fullName) => fullName !== null) ?? null;
}
