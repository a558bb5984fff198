import type { FindingCollector } from '../findings/finding-collector.js';
import type { FixityFinding } from '../findings/fixity-error.js';
import { nothingListed } from '../findings/list-findings.js';
import type { FileDigest } from '../verified-release.js';
import type { HashThreads } from './hashing/hash-files.js';
import { ListedFiles } from './listed-files.js';
import { readSignature } from './read-signature.js';

// A list of some thousand lines: hashing will take longer than the start of the threads.
const longListBytes = 128 * 1024;

/** Reads the signature into the files that it lists; what is wrong with its lines goes to `findings`. */
export async function readList(
  base: string,
  signature: string,
  findings: FindingCollector,
  threads?: HashThreads,
): Promise<
  | { readonly digest: FileDigest; readonly listed: ListedFiles }
  | { readonly problem: FixityFinding }
> {
  const reading = await readSignature(base, signature, (path, size) => {
    if (size > longListBytes) threads?.start();
    return new ListedFiles(base, path, size, findings);
  });
  if ('problem' in reading) return reading;
  const { digest, sink: listed } = reading;
  if (listed.count === 0) findings.add(nothingListed(digest.path));
  return { digest, listed };
}
