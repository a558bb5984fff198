import type { CheckContext, CheckOutcome } from '../check-outcome.js';
import { collectRefusals, plural } from '../check-outcome.js';
import type { CheckOf } from '../declared-check.js';
import { readJson } from '../file-value.js';
import { matchedFiles } from './matched-files.js';

/** Holds that files exist and are JSON. */
export async function runJsonCheck(
  check: CheckOf<'json'>,
  { files }: CheckContext,
): Promise<CheckOutcome> {
  const seen = new Set<string>();
  const findings = await collectRefusals(check.files, async (pattern) => {
    const fresh = (await matchedFiles(files, pattern)).filter((path) => !seen.has(path));
    for (const path of fresh) seen.add(path);
    return collectRefusals(fresh, async (path) => {
      await readJson(files, path);
      return [];
    });
  });
  const failed = plural(findings.length, 'problem');
  const passed = `${plural(seen.size, 'file')} of valid JSON`;
  return { detail: findings.length === 0 ? passed : failed, findings };
}
