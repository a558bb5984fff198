import { finding } from '../bundle-error.js';
import type { BundleFinding } from '../bundle-error.js';

// APPNOTE 4.4.10: the length of a name has two bytes.
const longest = 0xffff;

/** Holds the name of an archive entry against what every reader on every platform understands the same way. */
export function checkEntryName(name: string, path: string): readonly BundleFinding[] {
  const problem = nameProblem(name);
  const told = `The path ${JSON.stringify(name)} cannot be a name in the archive: it ${problem}.`;
  return problem === undefined ? [] : [finding('NZ4012', told, { file: path })];
}

function nameProblem(name: string): string | undefined {
  if (/\p{Surrogate}/u.test(name)) return 'is not well-formed Unicode';
  if (name.normalize('NFC') !== name) return 'is not in Unicode normalisation form C';
  if (name.includes('\\')) return 'contains a backslash, which is a folder on Windows';
  if (/\p{Cc}/u.test(name)) return 'contains a control character';
  if (Buffer.byteLength(name) > longest) return `is longer than ${longest} bytes`;
  const climbs = name.split('/').some((part) => part === '' || part === '.' || part === '..');
  return climbs || /^[A-Za-z]:/.test(name) ? 'leads out of the archive' : undefined;
}
