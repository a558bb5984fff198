import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ZipContainer } from '../node/zip-container.js';

type Open = () => Promise<ZipContainer>;

/** One member of a zip, unpacked. */
export function memberStream(open: Open, name: string): Readable {
  return filled(async (out) => {
    const zip = await opened(open);
    try {
      await pipeline(await zip.read(name), out);
    } finally {
      zip.close();
    }
  });
}

/** Members of a zip as a zip of their own; `as` is what each is called there. */
export function folderStream(
  open: Open,
  members: readonly { readonly name: string; readonly as: string }[],
): Readable {
  return filled(async (out) => {
    const { ZipArchive } = await import('archiver');
    const archive = new ZipArchive({});
    archive.on('error', (error: Error) => out.destroy(error));
    archive.pipe(out);
    const zip = await opened(open);
    try {
      // One at a time: each that is open holds the memory of an inflater.
      for (const { name, as } of members) {
        const packed = once(archive, 'entry');
        archive.append(await zip.read(name), { name: as });
        await packed;
      }
      await archive.finalize();
    } finally {
      zip.close();
    }
  });
}

async function opened(open: Open): Promise<ZipContainer> {
  const zip = await open();
  await zip.directory();
  return zip;
}

function filled(fill: (out: PassThrough) => Promise<void>): Readable {
  const out = new PassThrough();
  fill(out).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return out;
}
