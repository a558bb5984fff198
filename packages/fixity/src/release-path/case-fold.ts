/**
 * The form in which two paths are one on a disk where case does not count (APFS, NTFS). Upper case first, so that
 * `ß` meets `ss` and the final sigma meets the other.
 */
export function foldCase(path: string): string {
  if (!/[\u0080-\uffff]/.test(path)) return path.toLowerCase();
  return path.toUpperCase().toLowerCase().normalize('NFC');
}
