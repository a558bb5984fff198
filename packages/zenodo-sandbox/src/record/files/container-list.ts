import { guessMediaType } from '../../bucket/media-type.js';
import { encodeKeyPath } from '../../model/links.js';
import { zipLimits, type ZipDirectory, type ZipMember } from '../../model/zip-directory.js';

/** The directory of a zip as the records API tells it; `base` is the address of the list. */
export function listContainer({ members }: ZipDirectory, base: string): object {
  const listed = members.slice(0, zipLimits.listed);
  const linksOf = ({ name }: ZipMember) => ({
    content: `${base}/${encodeKeyPath(keyOf(name))}`,
  });
  const entries = listed.filter(({ isFolder }) => !isFolder);
  const below = new Map<string, string[]>();
  for (const { name } of entries) {
    const folder = folderOf(name);
    below.set(folder, [...(below.get(folder) ?? []), name]);
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
        key: keyOf(folder.name),
        links: linksOf(folder),
        entries: below.get(keyOf(folder.name)) ?? null,
      })),
  };
}

const keyOf = (name: string): string => name.replace(/\/+$/, '');

function folderOf(name: string): string {
  const at = name.lastIndexOf('/');
  return at === -1 ? '.' : name.slice(0, at);
}
