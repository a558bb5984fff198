import { bagitAlgorithm, parseBagitLine } from './bagit-line.js';
import type { LineReading } from './checksum-line.js';
import { parseChecksumLine } from './checksum-line.js';
import { hashdeepColumns, isHashdeepHead, parseHashdeepLine } from './hashdeep-line.js';

/** Reads the lines of one list in their order; a file name says BagIt, a first line says hashdeep. */
export class ListDialect {
  private readonly bagit: string | undefined;
  private hashdeep: 'no' | 'head' | readonly string[] = 'no';

  constructor(file: string) {
    this.bagit = bagitAlgorithm(file);
  }

  /** True while the lines are those of coreutils. */
  get isPlain(): boolean {
    return this.bagit === undefined && this.hashdeep === 'no';
  }

  read(line: string): LineReading {
    if (this.bagit !== undefined) return parseBagitLine(line, this.bagit);
    if (line.startsWith('%%%%')) return this.readHead(line);
    if (typeof this.hashdeep !== 'string') return parseHashdeepLine(line, this.hashdeep);
    return parseChecksumLine(line);
  }

  private readHead(line: string): LineReading {
    if (this.hashdeep === 'no' && isHashdeepHead(line)) {
      this.hashdeep = 'head';
      return { kind: 'blank' };
    }
    const columns = this.hashdeep === 'head' ? hashdeepColumns(line) : undefined;
    if (columns === undefined) {
      return { kind: 'malformed', reason: 'it is no head of a hashdeep file' };
    }
    this.hashdeep = columns;
    return { kind: 'blank' };
  }
}
