import { parseRemoteUrl } from '@nx-zenodo/forge';

/** How the archive of a tag and the folder in it are named. */
export interface ArchiveNames {
  /** `owner-repository-tag.zip`. */
  readonly file: string;
  /** `owner-repository-0123abc`, as GitHub names it. */
  readonly folder: string;
}

/**
 * Names as Zenodo's GitHub integration has them: `owner/repository-tag.zip`, and in it one folder with the first
 * seven digits of the commit. The slash is a hyphen, because the deposit API takes no slash in the name of a file.
 */
export function archiveNames(repository: string, tag: string, commit: string): ArchiveNames {
  const base = plain(repository);
  return { file: `${base}-${plain(tag)}.zip`, folder: `${base}-${commit.slice(0, 7)}` };
}

// What stays means nothing on any platform.
const plain = (text: string): string =>
  text.replaceAll('/', '-').replace(/[\\:*?"<>|\s\p{Cc}]/gu, '_');

/** `owner/repository` of a remote; null where it is no address of a forge. */
export function repositoryOf(remoteUrl: string | null): string | null {
  const remote = remoteUrl === null ? null : parseRemoteUrl(remoteUrl);
  return remote === null ? null : `${remote.owner}/${remote.name}`;
}
