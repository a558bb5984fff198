/**
 * The names of submodules by path, as `git config -z --list` tells them of a .gitmodules (gitmodules(5)). A name
 * is a folder below `.git/modules`: one that leads out of it is left out, and the submodule is then not found.
 */
export function parseSubmoduleNames(listing: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const entry of listing.split('\0')) {
    const end = entry.indexOf('\n');
    const name = /^submodule\.(.+)\.path$/is.exec(entry.slice(0, end))?.[1];
    if (name !== undefined && isConfined(name)) names.set(entry.slice(end + 1), name);
  }
  return names;
}

const isConfined = (name: string): boolean =>
  !name.startsWith('/') &&
  !/[\\\0:]/.test(name) &&
  name.split('/').every((part) => part !== '..' && part !== '.' && part !== '');
