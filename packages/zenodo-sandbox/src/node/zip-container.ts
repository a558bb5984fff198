import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { zipLimits, type ZipDirectory, type ZipMember } from '../model/zip-directory.js';

/** A zip on disk whose members are read one at a time, without unpacking it. */
export class ZipContainer {
  readonly #zip: ZipFile;
  readonly #nameOf: (entry: Entry) => string;
  readonly #entries = new Map<string, Entry>();

  private constructor(zip: ZipFile, nameOf: (entry: Entry) => string) {
    this.#zip = zip;
    this.#nameOf = nameOf;
  }

  /** Rejects when the bytes are no zip, or a broken one. */
  static async open(path: string): Promise<ZipContainer> {
    // Loaded when it is needed: few ever look into a zip.
    const { getFileNameLowLevel, openPromise } = (await import('yauzl')).default;
    // Names are taken as they are, so that a bad one is a finding and not the end of the reading.
    const zip = await openPromise(path, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
    });
    const nameOf = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry) =>
      getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
    return new ZipContainer(zip, nameOf);
  }

  async directory(): Promise<ZipDirectory> {
    const count = this.#zip.entryCount;
    const members: ZipMember[] = [];
    if (count > zipLimits.entries) return { count, members };
    for await (const entry of this.#zip.eachEntry()) {
      const name = this.#nameOf(entry);
      this.#entries.set(name, entry);
      const { uncompressedSize: size, compressedSize, crc32: crc } = entry;
      members.push({ name, isFolder: name.endsWith('/'), size, compressedSize, crc });
    }
    return { count, members };
  }

  /** The unpacked bytes of a member that the directory, read before, has. */
  async read(name: string): Promise<Readable> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new Error(`The zip has no member ${name}.`);
    return this.#zip.openReadStreamPromise(entry);
  }

  close(): void {
    this.#zip.close();
  }
}
