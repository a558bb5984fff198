import type { LineReading } from './checksum-line.js';
import { readName } from './checksum-line.js';

// RFC 8493, 2.1.3: digest, one or more spaces or tabs, path. The `*` is what older tools took over from md5sum.
const bagitLine = /^([0-9A-Fa-f]+)[ \t]+\*?(.+)$/su;

/** The algorithm that a BagIt manifest has in its name; undefined when the file is none (RFC 8493, 2.1.3, 2.2.1). */
export function bagitAlgorithm(file: string): string | undefined {
  return /(?:^|\/)(?:tag)?manifest-([a-z0-9]+)\.txt$/.exec(file)?.[1];
}

/** Reads one line of a BagIt manifest: CR, LF and % are percent-encoded, nothing else. */
export function parseBagitLine(line: string, algorithm: string): LineReading {
  if (line.trim() === '') return { kind: 'blank' };
  const [, digest, written] = bagitLine.exec(line) ?? [];
  if (digest === undefined || written === undefined) {
    return { kind: 'malformed', reason: 'it is no line of a BagIt manifest' };
  }
  const name = written.replace(/%(0A|0D|25)/gi, (encoded) => decodeURIComponent(encoded));
  return readName(algorithm, digest, name, false);
}
