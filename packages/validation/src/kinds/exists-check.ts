import type { CheckContext, CheckOutcome } from '../check-outcome.js';
import { collectRefusals, plural } from '../check-outcome.js';
import type { CheckOf } from '../declared-check.js';
import { finding } from '../validation-error.js';
import { matchedFiles } from './matched-files.js';

/** Holds that files are there. */
export async function runExistsCheck(
  check: CheckOf<'exists'>,
  { files }: CheckContext,
): Promise<CheckOutcome> {
  const found = new Set<string>();
  const findings = await collectRefusals(check.paths, async (pattern) => {
    const matched =
      check.min === undefined ? await matchedFiles(files, pattern) : await files.find(pattern);
    for (const path of matched) {
      if (!found.has(path)) await files.witness(path);
      found.add(path);
    }
    return [];
  });
  if (check.min !== undefined && found.size < check.min) {
    const wanted = `at least ${check.min} expected`;
    findings.push(
      finding(
        'NZ2215',
        `${plural(found.size, 'file')} found, ${wanted}: ${check.paths.join(', ')}.`,
      ),
    );
  }
  return { detail: plural(found.size, 'file'), findings };
}
