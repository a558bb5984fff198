import type { Shard } from '../shard/shard-range.js';
import type { FixityFinding } from './fixity-error.js';
import { quote } from './quote.js';

const cure = 'Verify that shard again, then merge.';

/** Names one shard as a person says it. */
export const nameOf = ({ index, of }: Shard): string => `Shard ${index} of ${of}`;

export function noSuchShard({ index, of }: Shard): FixityFinding {
  return {
    code: 'NZ1050',
    severity: 'error',
    message: `There is no shard ${index}: the signature is divided into ${of}.`,
    cure: 'Name a shard from 1 to the number of shards, both whole numbers.',
  };
}

export function shardUnreadable(shard: Shard, file: string, reason: string): FixityFinding {
  return {
    code: 'NZ1051',
    severity: 'error',
    message: `${nameOf(shard)} has no report that can be read: ${reason}.`,
    cure,
    place: { file },
  };
}

/** The report is of another signature, another division, or another shard. */
export function shardOfAnother(shard: Shard, file: string, difference: string): FixityFinding {
  return {
    code: 'NZ1052',
    severity: 'error',
    message: `The report of ${nameOf(shard).toLowerCase()} is of ${difference}.`,
    cure,
    place: { file },
  };
}

/** The report names other files than the signature has in this place: a gap, a file too many, another file. */
export function shardNotItsFiles(
  shard: Shard,
  file: string,
  found: { readonly expected: string | undefined; readonly reported: string | undefined },
): FixityFinding {
  const { expected, reported } = found;
  const told = reported === undefined ? 'nothing' : quote(reported);
  const wanted = expected === undefined ? 'ends' : `has ${quote(expected)}`;
  return {
    code: 'NZ1053',
    severity: 'error',
    message: `${nameOf(shard)} reports ${told} where the signature ${wanted}.`,
    cure,
    place: { file },
  };
}

/** The report has another digest or size of a file than the signature. */
export function shardDisagrees(
  shard: Shard,
  file: string,
  path: string,
  what: string,
): FixityFinding {
  return {
    code: 'NZ1054',
    severity: 'error',
    message: `${nameOf(shard)} reports another ${what} of ${quote(path)} than was signed.`,
    cure,
    place: { file },
  };
}
