export type { Algorithm, ChecksumEntry } from './checksum-list/checksum-entry.js';
export { formatChecksumList } from './checksum-list/format-checksum-list.js';
export { parseChecksumList } from './checksum-list/parse-checksum-list.js';
export type { ParsedChecksumList } from './checksum-list/parse-checksum-list.js';
export { FixityError } from './findings/fixity-error.js';
export type { FixityCode, FixityFinding } from './findings/fixity-error.js';
export type { GuardEvent } from './guard/guard-event.js';
export type { ListChanges } from './freeze/list-changes.js';
export { digestFile } from './node/digest-file.js';
export type { Md5FileDigest } from './node/digest-file.js';
export { freezeRelease } from './node/freeze-release.js';
export type { FreezeOutcome, FreezeRequest } from './node/freeze-release.js';
export { checkFreezeInGit } from './node/git/check-freeze-in-git.js';
export type { GitFreezeOutcome, GitFreezeRequest } from './node/git/check-freeze-in-git.js';
export { watchFreeze } from './node/guard/watch-freeze.js';
export type { GuardOptions } from './node/guard/watch-freeze.js';
export { resolveInside } from './node/resolve-inside.js';
export { checkShard } from './node/check-shard.js';
export type { ShardOutcome, ShardRequest } from './node/check-shard.js';
export { mergeShards } from './node/merge-shards.js';
export type { MergeOutcome, MergeRequest } from './node/merge-shards.js';
export { checkFixity, verifyRelease } from './node/verify-release.js';
export type { FixityOutcome } from './node/verify-release.js';
export { compareCodePoints } from './release-path/code-point-order.js';
export { parseReleasePath } from './release-path/release-path.js';
export type { ReleasePathReading } from './release-path/release-path.js';
export { shardRange } from './shard/shard-range.js';
export type { RowRange, Shard } from './shard/shard-range.js';
export { formatShardReport } from './shard/shard-report.js';
export type { ShardFile, ShardReport } from './shard/shard-report.js';
export type { VerificationRequest } from './verification/verification-request.js';
export type {
  FileDigest,
  ReleaseDigests,
  SignatureDigest,
  VerifiedRelease,
} from './verified-release.js';
