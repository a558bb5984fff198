import { recordDisagrees, recordUnreadable } from '../findings/git-findings.js';
import type { FixityFinding } from '../findings/fixity-error.js';

/**
 * Holds the text of a freeze record (FINAL_FREEZE.json) against git: its `commit` must be the commit of the tag, and
 * its `tag`, where it has one, the tag. Everything else in it is its writer's.
 */
export function checkFreezeRecord(
  text: string,
  file: string,
  git: { readonly tag: string; readonly commit: string },
): FixityFinding[] {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    return [recordUnreadable(file, 'it is not JSON')];
  }
  if (typeof record !== 'object' || record === null || !('commit' in record)) {
    return [recordUnreadable(file, 'it has no "commit"')];
  }
  const findings: FixityFinding[] = [];
  const { commit } = record;
  if (commit !== git.commit) {
    findings.push(recordDisagrees(file, 'commit', { record: String(commit), git: git.commit }));
  }
  if ('tag' in record && record.tag !== git.tag) {
    findings.push(recordDisagrees(file, 'tag', { record: String(record.tag), git: git.tag }));
  }
  return findings;
}
