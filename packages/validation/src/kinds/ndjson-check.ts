import type { Finding } from '@nx-zenodo/findings';
import type { CheckContext, CheckOutcome } from '../check-outcome.js';
import { plural } from '../check-outcome.js';
import type { CheckOf } from '../declared-check.js';
import { parseEntry, readFileValue } from '../file-value.js';
import { formatCanonicalJson } from '../json/canonical-json.js';
import { locate } from '../json/json-pointer.js';
import { compareTimeStamps, parseTimeStamp } from '../json/time-stamp.js';
import type { TimeStamp } from '../json/time-stamp.js';
import type { ReleaseFiles } from '../release-files.js';
import { finding, refuse, ValidationError } from '../validation-error.js';

type LedgerCheck = CheckOf<'ndjson'>;

// A broken ledger of a million lines is told by its first lines.
const mostFindings = 20;

/** Holds that a ledger is valid, complete and in order, in one pass over its lines. */
export async function runNdjsonCheck(
  check: LedgerCheck,
  { files }: CheckContext,
): Promise<CheckOutcome> {
  const findings: Finding[] = [];
  const rules = [monotoneRule(check), distinctRule(check)];
  let entries = 0;
  for await (const line of files.readLines(check.file)) {
    try {
      const entry = parseEntry(check.file, line);
      if (entry === undefined) continue;
      entries += 1;
      for (const rule of rules) rule(entry.value, line.number);
    } catch (thrown) {
      if (!(thrown instanceof ValidationError)) throw thrown;
      findings.push(...thrown.findings);
      if (findings.length >= mostFindings)
        return { detail: `${mostFindings} problems or more`, findings };
    }
  }
  findings.push(...(await checkCount(check, entries, files)));
  return { detail: plural(entries, 'entry', 'entries'), findings };
}

type Rule = (entry: unknown, line: number) => void;

function monotoneRule({ file, monotone }: LedgerCheck): Rule {
  let last: { readonly stamp: TimeStamp; readonly line: number } | undefined;
  return (entry, line) => {
    if (monotone === undefined) return;
    const place = { file, line, field: monotone };
    const value = valueAt(entry, monotone, place);
    const stamp = parseTimeStamp(value);
    if (stamp === undefined) {
      return refuse('NZ2210', `${formatCanonicalJson(value)} is no time stamp.`, place);
    }
    if (last !== undefined && compareTimeStamps(stamp, last.stamp) < 0) {
      const message = `The time stamp ${formatCanonicalJson(value)} is before that of line ${last.line}.`;
      return refuse('NZ2210', message, place);
    }
    last = { stamp, line };
  };
}

function distinctRule({ file, distinct }: LedgerCheck): Rule {
  const seen = new Map<string, number>();
  return (entry, line) => {
    if (distinct === undefined) return;
    const place = { file, line, field: distinct };
    const key = formatCanonicalJson(valueAt(entry, distinct, place));
    const first = seen.get(key);
    if (first !== undefined) refuse('NZ2211', `${key} stands on line ${first} already.`, place);
    seen.set(key, line);
  };
}

function valueAt(entry: unknown, pointer: string, place: { file: string; line: number }): unknown {
  const located = locate(entry, pointer);
  return located.found ? located.value : refuse('NZ2212', `Nothing stands at ${pointer}.`, place);
}

async function checkCount(
  check: LedgerCheck,
  entries: number,
  files: ReleaseFiles,
): Promise<Finding[]> {
  const told = `The ledger has ${plural(entries, 'entry', 'entries')}`;
  const place = { file: check.file };
  const found: Finding[] = [];
  const count = await statedCount(check, files);
  if (count !== undefined && entries !== count) {
    found.push(finding('NZ2209', `${told}, ${count} are stated.`, place));
  }
  const min = check.min ?? (count === undefined ? 1 : 0);
  if (entries < min) found.push(finding('NZ2209', `${told}, at least ${min} expected.`, place));
  if (check.max !== undefined && entries > check.max) {
    found.push(finding('NZ2209', `${told}, at most ${check.max} expected.`, place));
  }
  return found;
}

async function statedCount(
  { count }: LedgerCheck,
  files: ReleaseFiles,
): Promise<number | undefined> {
  if (typeof count !== 'object') return count;
  const value = await readFileValue(files, count);
  if (typeof value === 'number') return value;
  return refuse('NZ2214', 'The stated number of entries is no number.', {
    file: count.file,
    field: count.pointer,
  });
}
