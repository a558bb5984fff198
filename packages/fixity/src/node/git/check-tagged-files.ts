import type { ChecksumEntry } from '../../checksum-list/checksum-entry.js';
import { commitMissing, lfsPointer, notAsTagged, notInTag } from '../../findings/git-findings.js';
import type { FixityFinding } from '../../findings/fixity-error.js';
import { digestBlobs } from './blob-digests.js';
import { treeAt } from './repository.js';

/** Holds listed digests against the blobs of a tagged commit. */
export async function checkTaggedFiles(
  base: string,
  { tag, commit }: { readonly tag: string; readonly commit: string },
  entries: readonly ChecksumEntry[],
): Promise<FixityFinding[]> {
  const tree = await treeAt(base, commit);
  if (tree === undefined) return [commitMissing(tag)];
  const findings: FixityFinding[] = [];
  const files: { readonly entry: ChecksumEntry; readonly object: string }[] = [];
  for (const entry of entries) {
    const tagged = tree.get(entry.path);
    if (tagged === undefined) findings.push(notInTag(entry.path, tag));
    else if (tagged.mode === '120000') findings.push(notAsTagged(entry.path, tag, 'a link'));
    else if (tagged.mode === '160000') findings.push(notAsTagged(entry.path, tag, 'a submodule'));
    else files.push({ entry, object: tagged.object });
  }
  let at = 0;
  let missing = false;
  for await (const blob of digestBlobs(
    base,
    files.map(({ object }) => object),
  )) {
    const entry = files[at]?.entry;
    at += 1;
    if (entry === undefined) continue;
    if (blob === undefined) missing = true;
    else if (blob.lfsPointer) findings.push(lfsPointer(entry.path, tag));
    else if (blob[entry.algorithm] !== entry.digest) {
      const how = `a file with ${entry.algorithm} ${blob[entry.algorithm]}`;
      findings.push(notAsTagged(entry.path, tag, how));
    }
  }
  return missing ? [...findings, commitMissing(tag)] : findings;
}
