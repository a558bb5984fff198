/** True for an error of the operating system that says the path is not there. */
export function isAbsent(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'ENOENT' || error.code === 'ENOTDIR';
}

/** The name that the operating system gives an error (errno(3)); the whole text for any other. */
export function systemReason(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return String(error);
  return String(error.code);
}
