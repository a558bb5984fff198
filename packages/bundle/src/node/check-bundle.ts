import type { Bundle } from '../bundle.js';
import { finding } from '../bundle-error.js';
import type { BundleFinding } from '../bundle-error.js';
import { hashEntries } from './hash-entries.js';

/**
 * Hashes every entry of a bundle again and names all whose bytes are not those of the bundle (NZ4008), and
 * all that cannot be read (the codes of fixity). An empty list: what would be uploaded is what was bundled.
 */
export function checkBundle(held: {
  readonly root: string;
  readonly bundle: Bundle;
}): Promise<readonly BundleFinding[]> {
  return hashEntries(held.root, held.bundle.entries, (entry, { size, sha256, md5 }) => {
    if (sha256 === entry.sha256 && size === entry.size && md5 === entry.md5) return [];
    const message = `The file has the digest ${sha256} (${size} bytes), the bundle says ${entry.sha256} (${entry.size} bytes).`;
    return [finding('NZ4008', message, { file: entry.path })];
  });
}
