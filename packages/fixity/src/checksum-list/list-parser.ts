import type { FixityFinding } from '../findings/fixity-error.js';
import type { ListPlace } from '../findings/list-findings.js';
import { malformedLine, refusedPath, unsupportedAlgorithm } from '../findings/list-findings.js';
import { parseReleasePath } from '../release-path/release-path.js';
import type { ChecksumEntry } from './checksum-entry.js';
import type { LineEntry } from './checksum-line.js';
import { ListDialect } from './list-dialect.js';
import { PlainLines } from './plain-lines.js';

/** Where the parser hands what it reads, in the order of the list. */
export interface ListSink {
  entry(entry: ChecksumEntry): void;
  finding(finding: FixityFinding): void;
}

/** The longest line that is read: PATH_MAX of Linux twice escaped, with a sha512 digest, and room to spare. */
export const longestLine = 32 * 1024;

const tooLong = `it is longer than ${longestLine} bytes`;
const lineFeed = 10;
const carriageReturn = 13;

/** Reads a checksum list chunk by chunk; never holds more than one line of it. */
export class ChecksumListParser {
  private rest = Buffer.alloc(0);
  private line = 0;
  private overlong = false;
  private readonly dialect: ListDialect;
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  constructor(
    private readonly file: string,
    private readonly sink: ListSink,
  ) {
    this.dialect = new ListDialect(file);
  }

  push(bytes: Uint8Array): void {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const plain = new PlainLines(chunk.toString('latin1'));
    let start = 0;
    for (;;) {
      // The first line may have begun in the chunk before.
      const found = this.isPlain(start) ? plain.at(start) : undefined;
      const end = found?.end ?? chunk.indexOf(lineFeed, start) + 1;
      if (end === 0) break;
      if (found === undefined) this.takeLine(chunk.subarray(start, end - 1));
      else this.takePlain(found.entry, end - start - 1);
      start = end;
    }
    this.keep(chunk.subarray(start));
  }

  end(): void {
    if (this.rest.length > 0 || this.overlong) this.takeLine(Buffer.alloc(0));
  }

  private isPlain(start: number): boolean {
    return this.dialect.isPlain && (start > 0 || (this.rest.length === 0 && !this.overlong));
  }

  private takePlain(entry: LineEntry, bytes: number): void {
    this.line += 1;
    if (bytes > longestLine) this.malformed(Buffer.from(entry.name), tooLong);
    else this.takeEntry(entry);
  }

  private keep(tail: Buffer): void {
    if (this.rest.length + tail.length > longestLine) this.overlong = true;
    // A copy: the reader overwrites its chunks.
    this.rest = Buffer.concat([this.rest, tail.subarray(0, longestLine)]).subarray(0, longestLine);
  }

  private takeLine(tail: Buffer): void {
    this.line += 1;
    const whole = this.rest.length === 0 ? tail : Buffer.concat([this.rest, tail]);
    const overlong = this.overlong || whole.length > longestLine;
    if (this.rest.length > 0) this.rest = Buffer.alloc(0);
    this.overlong = false;
    if (overlong) this.malformed(whole, tooLong);
    else this.readLine(whole[whole.length - 1] === carriageReturn ? whole.subarray(0, -1) : whole);
  }

  private readLine(bytes: Buffer): void {
    let text: string;
    try {
      text = this.decoder.decode(bytes);
    } catch {
      this.malformed(bytes, 'it is not UTF-8');
      return;
    }
    // Windows editors put a byte order mark before the first line.
    if (this.line === 1) text = text.replace(/^\uFEFF/, '');
    const reading = this.dialect.read(text);
    if (reading.kind === 'malformed') this.malformed(bytes, reading.reason);
    else if (reading.kind === 'unsupported') {
      this.sink.finding(unsupportedAlgorithm(this.place(), reading.algorithm, reading.name));
    } else if (reading.kind === 'entries') {
      for (const entry of reading.entries) this.takeEntry(entry);
    }
  }

  private takeEntry({ algorithm, digest, name, size }: LineEntry): void {
    const listed = parseReleasePath(name);
    if (!listed.ok) this.sink.finding(refusedPath(this.place(), listed, name));
    else {
      const entry = { path: listed.path, algorithm, digest, line: this.line };
      this.sink.entry(size === undefined ? entry : { ...entry, size });
    }
  }

  private place(): ListPlace {
    return { file: this.file, line: this.line };
  }

  private malformed(bytes: Uint8Array, reason: string): void {
    const text = new TextDecoder().decode(bytes.subarray(0, 400));
    this.sink.finding(malformedLine(this.place(), text, reason));
  }
}
