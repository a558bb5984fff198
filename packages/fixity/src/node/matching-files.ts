import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileSelection } from '../freeze/file-selection.js';
import { compareCodePoints } from '../release-path/code-point-order.js';

/**
 * Every path below the folder that the selection takes, sorted. Links that it takes, or that stand where a folder
 * with files to take would, are among them: they are not followed, and whoever hashes them refuses them by name.
 */
export async function matchingFiles(base: string, selection: FileSelection): Promise<string[]> {
  const paths: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await readdir(join(base, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (selection.reaches(path)) folders.push(path);
      } else if (
        selection.takes(path) ||
        (entry.isSymbolicLink() &&
          (await leadsToFolder(join(base, path))) &&
          selection.reaches(path))
      ) {
        paths.push(path);
      }
    }
  }
  return paths.sort(compareCodePoints);
}

async function leadsToFolder(link: string): Promise<boolean> {
  try {
    return (await stat(link)).isDirectory();
  } catch {
    // A link that leads nowhere hides no files.
    return false;
  }
}
