import { readdir } from 'node:fs/promises';

/** Files in the root whose name says that they hold a licence, in alphabetical order. */
export async function listLicenseFiles(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(entry.name))
    .map(({ name }) => name)
    .sort();
}
