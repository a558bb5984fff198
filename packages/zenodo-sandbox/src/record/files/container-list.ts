import { guessMediaType } from '../../bucket/media-type.js';
import { encodeKeyPath } from '../../model/links.js';
import { pathOf, zipLimits, type ZipDirectory, type ZipMember } from '../../model/zip-directory.js';

/** The directory of a zip as the records API tells it; `base` is the address of the list. */
export function listContainer({ members }: ZipDirectory, base: string): object {
  const listed = members.slice(0, zipLimits.listed);
  const linksOf = (member: ZipMember) => ({
    content: `${base}/${encodeKeyPath(pathOf(member))}`,
  });
  const entries = listed.filter(({ isFolder }) => !isFolder);
  const below = new Map<string, string[]>();
  for (const { name } of entries) {
    const folder = folderOf(name);
    const names = below.get(folder);
    if (names === undefined) below.set(folder, [name]);
    else names.push(name);
  }
  return {
    entries: entries.map((entry) => ({
      key: entry.name,
      size: entry.size,
      compressed_size: entry.compressedSize,
      mimetype: guessMediaType(entry.name),
      crc: entry.crc,
      links: linksOf(entry),
    })),
    truncated: members.length >= zipLimits.listed,
    total: entries.length,
    directories: listed
      .filter(({ isFolder }) => isFolder)
      .map((folder) => ({
        key: pathOf(folder),
        links: linksOf(folder),
        entries: below.get(pathOf(folder)) ?? null,
      })),
  };
}

function folderOf(name: string): string {
  const at = name.lastIndexOf('/');
  return at === -1 ? '.' : name.slice(0, at);
}
