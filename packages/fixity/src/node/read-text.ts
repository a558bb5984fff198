import { fileProblem, refusedReleasePath } from '../findings/file-findings.js';
import { parseReleasePath } from '../release-path/release-path.js';
import { readInside } from './read-inside.js';

const mostBytes = 16 * 1024 * 1024;

/** The UTF-8 text of a small file below a real folder, or a reason in words. */
export async function readText(
  base: string,
  written: string,
): Promise<string | { readonly reason: string }> {
  const reading = parseReleasePath(written);
  if (!reading.ok) return { reason: refusedReleasePath(reading, written).message };
  const chunks: Buffer[] = [];
  const size = await readInside(base, reading.path, {
    begin: (bytes) => bytes <= mostBytes,
    chunk: (bytes) => void chunks.push(Buffer.from(bytes)),
  });
  if (typeof size !== 'number') return { reason: fileProblem(size, reading.path).message };
  if (size > mostBytes) return { reason: `it has ${size} bytes` };
  return Buffer.concat(chunks).toString('utf8');
}
