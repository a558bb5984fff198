import { outputFolder } from './release-config.js';

/** A release that is verified in shards has at least so many of them. */
export const fewestShards = 2;

/** And at most so many: each is a process that reads the whole signature. */
export const mostShards = 256;

/** Where a shard writes its report, relative to the release root. */
export function shardReportPath({ index, of }: { index: number; of: number }): string {
  return `${outputFolder}/shards/${index}-of-${of}.json`;
}
