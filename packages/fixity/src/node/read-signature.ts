import { createHash } from 'node:crypto';
import { ChecksumListParser } from '../checksum-list/list-parser.js';
import type { ListSink } from '../checksum-list/list-parser.js';
import { refusedReleasePath, signatureProblem } from '../findings/file-findings.js';
import type { FixityFinding } from '../findings/fixity-error.js';
import { listTooLarge } from '../findings/list-findings.js';
import { parseReleasePath } from '../release-path/release-path.js';
import type { FileDigest } from '../verified-release.js';
import { readInside } from './read-inside.js';

/** The most bytes a checksum list may have: five million lines of a usual length. */
export const mostListBytes = 512 * 1024 * 1024;

/**
 * Reads the signature below a real folder, chunk by chunk, and answers the digest of the very bytes that were
 * parsed; says what is in the way instead of throwing. `open` makes the sink once path and size are known.
 */
export async function readSignature<Sink extends ListSink>(
  base: string,
  written: string,
  open: (path: string, size: number) => Sink,
): Promise<{ digest: FileDigest; sink: Sink } | { problem: FixityFinding }> {
  const reading = parseReleasePath(written);
  if (!reading.ok) return { problem: refusedReleasePath(reading, written) };
  const { path } = reading;
  const hash = createHash('sha256');
  let opened: { readonly sink: Sink; readonly parser: ChecksumListParser } | undefined;
  const size = await readInside(base, path, {
    begin: (bytes) => {
      if (bytes > mostListBytes) return false;
      const sink = open(path, bytes);
      opened = { sink, parser: new ChecksumListParser(path, sink) };
      return true;
    },
    chunk: (bytes) => {
      hash.update(bytes);
      opened?.parser.push(bytes);
    },
  });
  if (typeof size !== 'number') return { problem: signatureProblem(size, path) };
  if (opened === undefined) return { problem: listTooLarge(path, size, mostListBytes) };
  opened.parser.end();
  return { digest: { path, size, sha256: hash.digest('hex') }, sink: opened.sink };
}
