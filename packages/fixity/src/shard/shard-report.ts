import type { FileDigest, SignatureDigest } from '../verified-release.js';
import type { Shard } from './shard-range.js';

/** A file as a shard hashed it. */
export interface ShardFile extends FileDigest {
  /** 128 lower-case hex digits, where the signature promises a sha512. */
  readonly sha512?: string;
}

/** What one shard found: the digests of its files, all of them those that were signed. */
export interface ShardReport {
  readonly schemaVersion: 1;
  /** The whole signature, as the shard read it. */
  readonly signature: SignatureDigest;
  readonly shard: Shard;
  /** In the order of the list. */
  readonly files: readonly ShardFile[];
}

/** The text of a report: one line for each file, so that two reports can be compared line by line. */
export function formatShardReport({ files, ...head }: ShardReport): string {
  const lines = files.map((file) => JSON.stringify(file));
  return `${JSON.stringify(head).slice(0, -1)},"files":[\n${lines.join(',\n')}\n]}\n`;
}

/** Decodes what {@link formatShardReport} writes; undefined when it is anything else. */
export function parseShardReport(text: string): ShardReport | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || value['schemaVersion'] !== 1) return undefined;
  const { signature, shard, files } = value;
  if (!isSignature(signature) || !isShard(shard) || !Array.isArray(files)) return undefined;
  return files.every(isFile) ? { schemaVersion: 1, signature, shard, files } : undefined;
}

function isSignature(value: unknown): value is SignatureDigest {
  return isRecord(value) && isFile(value) && isCount(value['entries']);
}

function isShard(value: unknown): value is Shard {
  return isRecord(value) && isCount(value['index']) && isCount(value['of']);
}

function isFile(value: unknown): value is ShardFile {
  if (!isRecord(value) || typeof value['path'] !== 'string' || !isCount(value['size']))
    return false;
  const { sha256, sha512 } = value;
  return isHex(sha256, 64) && (sha512 === undefined || isHex(sha512, 128));
}

const isHex = (value: unknown, digits: number): boolean =>
  typeof value === 'string' && value.length === digits && /^[0-9a-f]+$/.test(value);

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
