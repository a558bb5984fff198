import type { FileView } from '../view/file-view.js';
import { counted, sizeInWords } from './size.js';

/** How many files, and how much they are together where every size is known. */
export function filesInWords(files: readonly FileView[]): string {
  const sizes = files.flatMap(({ size }) => size ?? []);
  const count = counted(files.length, 'file');
  if (sizes.length < files.length) return `${count}, size not known`;
  return `${count}, ${sizeInWords(sizes.reduce((sum, size) => sum + size, 0))}`;
}
